package io.numetry.codegen.validate;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawMisplaced;
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

  /** An annotation where it says nothing. */
  public static Diagnostic misplaced(RawMisplaced misplaced) {
    Findings findings = new Findings("element " + misplaced.element());
    findings.add(
        Rule.MISPLACED_ANNOTATION,
        misplaced.position(),
        misplaced.annotation(),
        misplaced.element(),
        misplaced.place());
    return findings.all().getFirst();
  }

  /** An option of the processor with a value that it does not take. */
  public static Diagnostic option(String option, String value, String instead) {
    Findings findings = new Findings("option -A" + option);
    findings.add(Rule.OPTION_VALUE, Position.nowhere(), value, instead);
    return findings.all().getFirst();
  }

  /** The baseline cannot be read. */
  public static Diagnostic baselineUnreadable(Object path, Exception cause) {
    Findings findings = new Findings("baseline " + path);
    findings.add(Rule.BASELINE_UNREADABLE, Position.nowhere(), cause);
    return findings.all().getFirst();
  }

  /** The baseline cannot be written. */
  public static Diagnostic baselineUnwritable(Object path, Exception cause) {
    Findings findings = new Findings("baseline " + path);
    findings.add(Rule.BASELINE_UNWRITABLE, Position.nowhere(), cause);
    return findings.all().getFirst();
  }

  /** Another type of this compilation got the generated class's name first. */
  public static Diagnostic nameTaken(String subject, Position position, Declaration type) {
    Findings findings = new Findings(subject);
    findings.add(Rule.GENERATED_NAME_TAKEN, position, type.generatedName(), type.simpleName());
    return findings.all().getFirst();
  }

  /** The generated class could not be written. */
  public static Diagnostic unwritable(String subject, Position position, Exception cause) {
    Findings findings = new Findings(subject);
    findings.add(Rule.GENERATED_CLASS_UNWRITABLE, position, cause);
    return findings.all().getFirst();
  }

  /** How messages name a set: as the wire does, or as Java does while it has no name there. */
  public static String subject(RawSet set) {
    String name = set.name().value();
    return "metric set " + (name.isBlank() ? set.declaration().simpleName() : name);
  }

  /** How messages name a sound set. */
  static String subject(ValidSet set) {
    return "metric set " + set.descriptor().name();
  }

  /** How messages name an attribute set. */
  public static String subject(RawAttributeSet set) {
    return "attribute set " + String.join(".", set.declaration().simpleNames());
  }
}
