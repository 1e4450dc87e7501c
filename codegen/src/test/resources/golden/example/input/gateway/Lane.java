package gateway;

import io.numetry.schema.AttributeSet;

/** Which part of the receiver: a registration for each. */
@AttributeSet(prefix = "gateway.lane")
public record Lane(int number) {}
