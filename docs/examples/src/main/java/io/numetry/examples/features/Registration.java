package io.numetry.examples.features;

import io.numetry.core.TelemetryCore;

/** Registers a set with the attributes that its schema asks for. */
final class Registration {
  private Registration() {}

  // guide: register
  static DockMetricsSet register(TelemetryCore core) {
    return DockMetricsSet.register(core, new Warehouse("north", "de"), new Warehouse.Dock(4));
  }
  // guide: end
}
