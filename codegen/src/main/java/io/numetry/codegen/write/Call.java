package io.numetry.codegen.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * A call, laid out as google-java-format does: on one line; else its arguments together on the
 * next; else each on its own.
 *
 * @param callee all up to the opening parenthesis
 * @param calleeWidth columns that it takes
 */
record Call(CodeBlock callee, int calleeWidth, List<Argument> arguments) {

  static Call of(String callee, List<Argument> arguments) {
    return new Call(CodeBlock.of("$L", callee), callee.length(), arguments);
  }

  /** True if it fits into a line from {@code column} on, with {@code suffix} columns behind it. */
  boolean fits(int column, int suffix) {
    return column + width() + suffix <= Indent.MAX_COLUMN;
  }

  /** Columns that it takes on one line. */
  int width() {
    return calleeWidth + "()".length() + argumentsWidth();
  }

  /**
   * Lays the call out.
   *
   * @param column where it starts
   * @param argumentColumn where its arguments start if they do not fit behind the callee
   * @param suffix columns that follow on its last line
   */
  CodeBlock at(Indent indent, int column, int argumentColumn, int suffix) {
    if (fits(column, suffix)) {
      return CodeBlock.of("$L($L)", callee, joined(", "));
    }
    String newLine = indent.newLine(argumentColumn);
    if (argumentColumn + argumentsWidth() + ")".length() + suffix <= Indent.MAX_COLUMN) {
      return CodeBlock.of("$L($L$L)", callee, newLine, joined(", "));
    }
    List<CodeBlock> lines =
        arguments.stream()
            .map(
                each ->
                    argumentColumn + each.width() + ",".length() <= Indent.MAX_COLUMN
                        ? each.onOneLine()
                        : each.broken(indent, argumentColumn))
            .toList();
    return CodeBlock.of("$L($L$L)", callee, newLine, CodeBlock.join(lines, "," + newLine));
  }

  /** Lays the call out as a statement of its own. */
  CodeBlock inStatement(Indent indent) {
    return at(indent, indent.own(), indent.own() + Indent.CONTINUATION, ";".length());
  }

  private CodeBlock joined(String separator) {
    return CodeBlock.join(arguments.stream().map(Argument::onOneLine).toList(), separator);
  }

  private int argumentsWidth() {
    int separators = ", ".length() * (arguments.size() - 1);
    return arguments.stream().mapToInt(Argument::width).sum() + separators;
  }
}
