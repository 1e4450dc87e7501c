package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.RawStray;

/** Faults that show outside a schema's own validation. */
public final class Faults {
  private Faults() {}

  /** An instrument annotation on a method of a type that is no metric set. */
  public static Diagnostic stray(RawStray stray) {
    Findings findings = new Findings("type " + stray.typeName());
    findings.add(Rule.STRAY_INSTRUMENT, stray.position(), stray.methodName(), stray.typeName());
    return findings.all().getFirst();
  }

  /** Another type of this compilation got the generated class's name first. */
  public static Diagnostic nameTaken(RawSet set) {
    Findings findings = new Findings(subject(set));
    findings.add(
        Rule.GENERATED_NAME_TAKEN,
        set.position(),
        set.declaration().generatedName(),
        set.declaration().simpleName());
    return findings.all().getFirst();
  }

  /** The generated class could not be written. */
  public static Diagnostic unwritable(RawSet set, Exception cause) {
    Findings findings = new Findings(subject(set));
    findings.add(Rule.GENERATED_CLASS_UNWRITABLE, set.position(), cause);
    return findings.all().getFirst();
  }

  /** How messages name a set: as the wire does, or as Java does while it has no name there. */
  static String subject(RawSet set) {
    String name = set.name().value();
    return "metric set " + (name.isBlank() ? set.declaration().simpleName() : name);
  }
}
