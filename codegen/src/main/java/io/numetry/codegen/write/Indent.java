package io.numetry.codegen.write;

/**
 * Columns of google-java-format, told to JavaPoet, which indents each line of a member by itself.
 *
 * @param own columns that JavaPoet indents by
 */
record Indent(int own) {
  static final int MAX_COLUMN = 100;
  static final int CONTINUATION = 4;
  static final int BLOCK = 2;

  /** Where members of a class are. */
  static final Indent MEMBER = new Indent(2);

  /** Where statements in a member are. */
  static final Indent STATEMENT = new Indent(4);

  /** Where statements in a block of a member are. */
  static final Indent NESTED_STATEMENT = new Indent(6);

  /** A line break, and blanks up to {@code column}. */
  String newLine(int column) {
    return "\n" + " ".repeat(column - own);
  }
}
