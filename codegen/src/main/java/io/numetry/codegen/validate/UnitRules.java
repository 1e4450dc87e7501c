package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawText;
import io.numetry.schema.ValueType;
import java.util.List;
import java.util.Optional;

/** The rules of units: UCUM's grammar, and that a unit says what it can. */
final class UnitRules {
  private static final int MAX_LENGTH = 63;
  private static final String PLAIN_NUMBER = "1";
  private static final String EXAMPLES = "one in UCUM such as By, s, {message} or {message}/s";

  private final Findings findings;

  UnitRules(Findings findings) {
    this.findings = findings;
  }

  void check(RawMethod method, RawInstrument instrument) {
    RawText unit = instrument.unit();
    String value = unit.value();
    if (value.isBlank()) {
      findings.add(Rule.UNIT_BLANK, unit.position(), value);
      return;
    }
    if (value.length() > MAX_LENGTH) {
      findings.add(Rule.UNIT_LENGTH, unit.position(), value.length());
    }
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      findings.add(Rule.UNIT_CHARACTERS, unit.position(), TextRules.shown(value));
      return;
    }
    Optional<List<String>> annotations = Ucum.bareAnnotations(value);
    if (annotations.isEmpty()) {
      findings.add(Rule.UNIT_GRAMMAR, unit.position(), value, nearest(value));
      return;
    }
    for (String each : annotations.get()) {
      UnitWords.hiddenIn(each)
          .ifPresent(
              hidden ->
                  findings.add(
                      Rule.UNIT_HIDDEN,
                      unit.position(),
                      value,
                      value.replace("{" + each + "}", hidden)));
    }
    if (value.equals(PLAIN_NUMBER)) {
      checkThings(method, instrument);
    }
  }

  /** A number of things that is a sum has a unit: the thing. */
  private void checkThings(RawMethod method, RawInstrument instrument) {
    boolean isSum =
        switch (instrument.kind()) {
          case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER -> true;
          case GAUGE, MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> false;
        };
    boolean isLong =
        Signature.of(method)
            .value()
            .flatMap(value -> ValueTypes.of(value.type()))
            .filter(type -> type == ValueType.LONG)
            .isPresent();
    if (isSum && isLong && MethodNames.fits(method.name(), instrument.kind())) {
      String noun = MethodNames.noun(method.name(), instrument.kind());
      findings.add(
          Rule.UNIT_OF_THINGS,
          instrument.unit().position(),
          PLAIN_NUMBER,
          UnitWords.annotation(noun));
    }
  }

  private static String nearest(String unit) {
    Optional<String> meant = UnitWords.unitOf(unit);
    if (meant.isPresent()) {
      return meant.get();
    }
    boolean isWord =
        unit.length() > 2 && unit.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_');
    return isWord ? UnitWords.annotation(unit) : EXAMPLES;
  }
}
