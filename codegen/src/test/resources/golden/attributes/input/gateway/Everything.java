package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeSet;

@AttributeSet
record Everything(
    String text,
    boolean truth,
    byte tiny,
    short small,
    int number,
    long large,
    float rough,
    double exact,
    Boolean maybeTruth,
    Long maybeNumber,
    Double maybeExact,
    @Attribute("gateway.role") Role role,
    Role otherRole,
    String[] texts,
    boolean[] truths,
    int[] numbers,
    long[] largeNumbers,
    double[] exactNumbers,
    byte[] bytes,
    Attributes map,
    @Attribute("gateway.a_key.that_goes_on_and_on_so_that_it_hardly_fits_into_a_line.and_then_some_more")
        String named,
    gateway.place.Zone zone) {}
