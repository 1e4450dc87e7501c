package io.numetry.codegen.validate;

import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import java.util.Optional;

/** The rules of one metric's name on the wire, given or by default. */
final class MetricNameRules {
  private final String setName;
  private final Limits limits;
  private final Findings findings;

  MetricNameRules(String setName, Limits limits, Findings findings) {
    this.setName = setName;
    this.limits = limits;
    this.findings = findings;
  }

  void check(RawMethod method, RawInstrument instrument, String noun) {
    String name = MetricNames.of(setName, instrument, noun);
    if (MetricNames.isGiven(instrument)) {
      Position position = instrument.name().position();
      if (!Names.isDotted(name)) {
        String nearest = Names.nearest(name, "one such as gateway.receiver.received");
        findings.add(Rule.METRIC_NAME_GRAMMAR, position, name, nearest);
      }
      if (!limits.reservedAllowed() && ReservedNames.isOthersNamespace(name)) {
        findings.add(Rule.METRIC_NAME_RESERVED, position, name);
      }
      checkTotal(position, name);
      checkUnit(position, name);
      checkLength(position, name);
      return;
    }
    // The set's part of a default name has its own messages: only the method's part is checked
    // here.
    if (!Names.isDotted(noun)) {
      String remedy = "name = \"...\" in @" + instrument.annotation();
      findings.add(Rule.METRIC_NAME_GRAMMAR, method.position(), name, remedy);
    }
    checkTotal(method.position(), name);
    checkUnit(method.position(), name);
    if (setName.length() <= Names.MAX_LENGTH) {
      checkLength(method.position(), name);
    }
  }

  private void checkTotal(Position position, String name) {
    if (name.endsWith(Names.TOTAL_SUFFIX)) {
      findings.add(Rule.METRIC_NAME_TOTAL, position, name, Names.withoutTotal(name));
    }
  }

  /** Exporters that want the unit in the name put it there. */
  private void checkUnit(Position position, String name) {
    int start = Math.max(name.lastIndexOf('.'), name.lastIndexOf('_')) + 1;
    String word = name.substring(start);
    Optional<String> unit =
        UnitWords.unitOf(word)
            .or(() -> Optional.of(word).filter(UnitWords::isUnitOfTime))
            .filter(each -> !each.equals("1") && word.length() > 1);
    if (unit.isPresent()) {
      boolean alone = start == 0 || name.charAt(start - 1) == '.';
      String without =
          alone
              ? name.substring(0, start) + UnitWords.measureIn(unit.get())
              : name.substring(0, start - 1);
      findings.add(Rule.METRIC_NAME_UNIT, position, name, without);
    }
  }

  private void checkLength(Position position, String name) {
    if (name.length() > Names.MAX_LENGTH) {
      findings.add(Rule.METRIC_NAME_LENGTH, position, name.length());
    }
  }
}
