package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;

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
