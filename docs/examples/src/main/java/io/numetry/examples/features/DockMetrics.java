package io.numetry.examples.features;

import io.numetry.schema.Counter;
import io.numetry.schema.FormerNames;
import io.numetry.schema.MetricSet;

// guide: attribute set
@MetricSet(
    name = "shop.dock",
    brief = "Parcels at a dock.",
    entity = Warehouse.class,
    item = Warehouse.Dock.class)
public interface DockMetrics {

  @FormerNames("shop.packets") // sent under this name, too, while telemetry is told to
  @Counter(unit = "{parcel}", brief = "Parcels loaded.")
  void addParcels(long parcels);
}
// guide: end
