package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawText;

/** The rules of units and briefs. */
final class TextRules {
  private static final int MAX_UNIT_LENGTH = 63;

  private final Findings findings;

  TextRules(Findings findings) {
    this.findings = findings;
  }

  /** What OpenTelemetry takes for a unit; whether it is one in UCUM is not looked at. */
  void checkUnit(RawText unit) {
    if (unit.value().isBlank()) {
      findings.add(Rule.UNIT_BLANK, unit.position(), unit.value());
      return;
    }
    if (!unit.value().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      findings.add(Rule.UNIT_CHARACTERS, unit.position(), shown(unit.value()));
    }
    if (unit.value().length() > MAX_UNIT_LENGTH) {
      findings.add(Rule.UNIT_LENGTH, unit.position(), unit.value().length());
    }
  }

  void checkBrief(RawText brief, Rule blank, Rule lines) {
    if (brief.value().isBlank()) {
      findings.add(blank, brief.position(), brief.value());
    } else if (!isOneLine(brief.value())) {
      findings.add(lines, brief.position(), shown(brief.value()));
    }
  }

  static boolean isOneLine(String text) {
    return text.chars().noneMatch(TextRules::isLineOrControl);
  }

  private static boolean isLineOrControl(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  /** A message is one line, whatever it quotes. */
  static String shown(String text) {
    return text.codePoints()
        .map(c -> isLineOrControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
