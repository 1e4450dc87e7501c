package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Collectors;

/** An argument of a call in the generated source. */
sealed interface Argument {

  /** Columns that it takes on one line. */
  int width();

  CodeBlock onOneLine();

  /** The argument over several lines, the first of which starts at {@code column}, if it can be. */
  CodeBlock broken(Indent indent, int column);

  static Argument code(String code) {
    return new Code(code.length(), CodeBlock.of("$L", code));
  }

  static Argument text(String value) {
    return new Text(StringLiteral.of(value));
  }

  /** Something that has no place to break. */
  record Code(int width, CodeBlock onOneLine) implements Argument {
    @Override
    public CodeBlock broken(Indent indent, int column) {
      return onOneLine;
    }
  }

  /** A sum; too long a one has a summand a line. */
  record Sum(List<String> summands) implements Argument {
    @Override
    public int width() {
      return String.join(" + ", summands).length();
    }

    @Override
    public CodeBlock onOneLine() {
      return CodeBlock.of("$L", String.join(" + ", summands));
    }

    @Override
    public CodeBlock broken(Indent indent, int column) {
      String plus = indent.newLine(column + Indent.CONTINUATION) + "+ ";
      return CodeBlock.of("$L", String.join(plus, summands));
    }
  }

  /** A new array of numbers; too long a one has as many numbers in a line as go into it. */
  record Numbers(List<String> numbers) implements Argument {
    private static final String START = "new double[] {";

    @Override
    public int width() {
      return numbers.stream().collect(Collectors.joining(", ", START, "}")).length();
    }

    @Override
    public CodeBlock onOneLine() {
      return CodeBlock.of("$L", numbers.stream().collect(Collectors.joining(", ", START, "}")));
    }

    @Override
    public CodeBlock broken(Indent indent, int column) {
      int inside = column + Indent.BLOCK;
      StringBuilder lines = new StringBuilder(START);
      int end = Indent.MAX_COLUMN;
      for (int i = 0; i < numbers.size(); i++) {
        String number = numbers.get(i) + (i < numbers.size() - 1 ? "," : "");
        boolean fits = end + 1 + number.length() <= Indent.MAX_COLUMN;
        lines.append(fits ? " " : indent.newLine(inside)).append(number);
        end = (fits ? end + 1 : inside) + number.length();
      }
      return CodeBlock.of("$L$L}", lines, indent.newLine(column));
    }
  }

  /** A string literal; too long a one becomes a sum of literals, one a line. */
  record Text(StringLiteral literal) implements Argument {
    @Override
    public int width() {
      return literal.source().length();
    }

    @Override
    public CodeBlock onOneLine() {
      return CodeBlock.of("$L", literal.source());
    }

    @Override
    public CodeBlock broken(Indent indent, int column) {
      int continued = column + Indent.CONTINUATION;
      String plus = indent.newLine(continued) + "+ ";
      // The last line also carries a comma or a closing parenthesis.
      int firstWidth = Indent.MAX_COLUMN - column - 1;
      int otherWidth = Indent.MAX_COLUMN - continued - "+ ".length() - 1;
      return CodeBlock.of("$L", String.join(plus, literal.pieces(firstWidth, otherWidth)));
    }
  }
}
