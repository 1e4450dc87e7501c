package gateway;

import io.numetry.attribute.Attributes;
import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeSet;

/** What is measured: one receiver. */
@AttributeSet(prefix = "gateway.receiver")
public record Receiver(
    String name,
    boolean encrypted,
    short priority,
    long port,
    double weight,
    Role role,
    @Attribute("gateway.venue") String venue,
    Place place,
    String[] peers,
    boolean[] lights,
    int[] cpus,
    long[] limits,
    double[] shares,
    byte[] digest,
    Attributes labels) {}
