package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawText;

/** The rules of briefs, and of texts in messages. */
final class TextRules {
  private final Findings findings;

  TextRules(Findings findings) {
    this.findings = findings;
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
