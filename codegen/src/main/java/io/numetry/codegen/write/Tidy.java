package io.numetry.codegen.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What google-java-format, and a reader, would have otherwise in JavaPoet's output. Works line by
 * line and knows the few shapes that occur in a generated metric set; string literals are out of its
 * reach, since none starts a line with such a shape.
 */
final class Tidy {
  private static final Pattern COMMENT_START = Pattern.compile(" */\\*\\*");
  private static final Pattern COMMENT_END = Pattern.compile(" *\\*/");
  private static final Pattern CLASS_HEADER = Pattern.compile("(public )?final class .*");
  private static final Pattern CONSTANT =
      Pattern.compile(" *private static final int \\S+ = \\d+;");

  private Tidy() {}

  static String tidy(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : source.strip().split("\n", -1)) {
      add(lines, line.stripTrailing());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String line) {
    if (COMMENT_END.matcher(line).matches() && isOneLineComment(lines)) {
      String text = lines.removeLast().strip().substring("* ".length());
      String oneLine = lines.removeLast() + " " + text + " */";
      if (oneLine.length() <= Indent.MAX_COLUMN) {
        lines.add(oneLine);
      } else {
        String start = oneLine.substring(0, oneLine.indexOf("/**") + "/**".length());
        lines.add(start);
        lines.add(line.replace("*/", "* ") + text);
        lines.add(line);
      }
    } else if (CONSTANT.matcher(line).matches() && followsConstant(lines)) {
      lines.removeLast();
      lines.add(line);
    } else if (CLASS_HEADER.matcher(line).matches()) {
      addHeader(lines, line);
    } else {
      lines.add(line);
    }
  }

  private static boolean isOneLineComment(List<String> lines) {
    return lines.size() >= 2 && COMMENT_START.matcher(lines.get(lines.size() - 2)).matches();
  }

  private static boolean followsConstant(List<String> lines) {
    return lines.size() >= 2
        && lines.getLast().isEmpty()
        && CONSTANT.matcher(lines.get(lines.size() - 2)).matches();
  }

  private static void addHeader(List<String> lines, String header) {
    String line = "";
    for (String clause : header.split(" (?=extends |implements )", -1)) {
      String longer = line.isEmpty() ? clause : line + " " + clause;
      if (line.isEmpty() || longer.length() <= Indent.MAX_COLUMN) {
        line = longer;
      } else {
        lines.add(line);
        line = " ".repeat(Indent.CONTINUATION) + clause;
      }
    }
    lines.add(line);
  }
}
