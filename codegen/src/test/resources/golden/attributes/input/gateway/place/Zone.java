package gateway.place;

import io.numetry.schema.AttributeSet;

@AttributeSet(prefix = "place")
public record Zone(String zoneName, Region region) {

  @AttributeSet(prefix = "place.region")
  public record Region(String name, Integer number) {}
}
