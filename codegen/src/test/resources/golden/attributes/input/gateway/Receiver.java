package gateway;

import gateway.place.Zone;
import io.numetry.schema.AttributeSet;

@AttributeSet(prefix = "gateway.receiver")
public record Receiver(String name, int cpu, Zone zone) {

  /** A share of a receiver. */
  @AttributeSet(prefix = "gateway.lane")
  public record Lane(int number) {}
}
