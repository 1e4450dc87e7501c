package io.numetry.examples.features;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeSet;
import org.jspecify.annotations.Nullable;

// guide: attribute set
/** A warehouse. A country that is null is left out. */
@AttributeSet(prefix = "shop.warehouse")
public record Warehouse(String name, @Attribute("shop.country") @Nullable String country) {

  /** One of its docks. */
  @AttributeSet(prefix = "shop.dock")
  public record Dock(int number) {}
}
// guide: end
