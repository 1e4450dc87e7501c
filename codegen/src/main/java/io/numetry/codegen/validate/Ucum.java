package io.numetry.codegen.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a unit as UCUM spells it, case-sensitively.
 *
 * <pre>
 *  unit       = ["/"] term
 *  term       = component *(("." / "/") component)
 *  component  = symbol [exponent] [annotation] / annotation / digits / "(" term ")"
 *  symbol     = [prefix] metric-atom / atom
 *  exponent   = ["+" / "-"] digits
 *  annotation = "{" text "}"
 * </pre>
 *
 * <p>The atoms are those that telemetry has a use for. {@code B} is not among them: in UCUM it is a
 * bel, and whoever writes it means a byte, which is {@code By}.
 */
final class Ucum {
  private static final Set<String> METRIC_ATOMS =
      Set.of(
          "m", "g", "s", "rad", "K", "cd", "C", "mol", "sr", "Hz", "N", "Pa", "J", "W", "A", "V",
          "F", "Ohm", "S", "Wb", "Cel", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "kat", "l", "L",
          "ar", "t", "bar", "u", "eV", "pc", "cal", "bit", "By", "Bd", "B[W]", "B[V]", "Np");

  private static final Set<String> ATOMS =
      Set.of(
          "min", "h", "d", "wk", "mo", "a", "deg", "'", "''", "gon", "%", "[ppth]", "[ppm]",
          "[ppb]", "[pptr]", "[pi]", "10*", "10^", "atm", "[degF]", "[in_i]", "[ft_i]", "[mi_i]",
          "[lb_av]");

  private static final List<String> PREFIXES =
      List.of(
          "Ki", "Mi", "Gi", "Ti", "da", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m",
          "u", "n", "p", "f", "a", "z", "y");

  private static final String END_OF_SYMBOL = "./(){}";

  private final String unit;
  private final List<String> bareAnnotations = new ArrayList<>();
  private int at;

  private Ucum(String unit) {
    this.unit = unit;
  }

  /** The annotations of a unit that stand for a unit by themselves; empty if it is no unit. */
  static Optional<List<String>> bareAnnotations(String unit) {
    Ucum parser = new Ucum(unit);
    parser.skip('/');
    return parser.isTerm() && parser.at == unit.length()
        ? Optional.of(List.copyOf(parser.bareAnnotations))
        : Optional.empty();
  }

  /** True if {@code text} is a symbol with or without a prefix. */
  static boolean isSymbol(String text) {
    return ATOMS.contains(text)
        || METRIC_ATOMS.contains(text)
        || PREFIXES.stream()
            .anyMatch(
                prefix ->
                    text.startsWith(prefix)
                        && METRIC_ATOMS.contains(text.substring(prefix.length())));
  }

  private boolean isTerm() {
    do {
      if (!isComponent()) {
        return false;
      }
    } while (skip('.') || skip('/'));
    return true;
  }

  private boolean isComponent() {
    if (skip('(')) {
      return isTerm() && skip(')');
    }
    if (peek() == '{') {
      int start = at + 1;
      boolean sound = isAnnotation();
      bareAnnotations.add(unit.substring(start, Math.max(start, at - 1)));
      return sound;
    }
    if (isDigit(peek()) && !unit.startsWith("10*", at) && !unit.startsWith("10^", at)) {
      skipDigits();
      return true;
    }
    return isSymbolWithExponent() && (peek() != '{' || isAnnotation());
  }

  private boolean isAnnotation() {
    int end = unit.indexOf('}', at);
    boolean sound = end > at + 1 && !opensIn(at + 1, end);
    at = end < 0 ? unit.length() : end + 1;
    return sound;
  }

  private boolean opensIn(int start, int end) {
    int open = unit.indexOf('{', start);
    return open >= 0 && open < end;
  }

  /** The longest symbol wins; what is left of the word is its exponent. */
  private boolean isSymbolWithExponent() {
    int end = at;
    while (end < unit.length() && END_OF_SYMBOL.indexOf(unit.charAt(end)) < 0) {
      end++;
    }
    for (int symbolEnd = end; symbolEnd > at; symbolEnd--) {
      if (isSymbol(unit.substring(at, symbolEnd)) && isExponent(symbolEnd, end)) {
        at = end;
        return true;
      }
    }
    return false;
  }

  private boolean isExponent(int start, int end) {
    if (start == end) {
      return true;
    }
    char first = unit.charAt(start);
    int digits = first == '+' || first == '-' ? start + 1 : start;
    return digits < end && unit.substring(digits, end).chars().allMatch(Ucum::isDigit);
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean skips = peek() == c;
    at += skips ? 1 : 0;
    return skips;
  }

  /** The next character; 0 at the end. */
  private char peek() {
    return at < unit.length() ? unit.charAt(at) : 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
