package gateway;

import io.numetry.schema.AttributeSet;

/** Where something is; part of other attribute sets. */
@AttributeSet(prefix = "gateway.place")
public record Place(String region, Integer floor) {}
