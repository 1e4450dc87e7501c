package io.numetry.codegen.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What google-java-format, and a reader, would have otherwise in JavaPoet's output. Works line by
 * line and knows the few shapes that occur in generated classes; string literals are out of its
 * reach, since none starts a line with such a shape.
 */
final class Tidy {
  private static final Pattern COMMENT_START = Pattern.compile(" */\\*\\*");
  private static final Pattern COMMENT_END = Pattern.compile(" *\\*/");
  private static final Pattern CLASS_HEADER = Pattern.compile("(public )?final class .*");
  private static final Pattern ANNOTATION_START = Pattern.compile(" *@\\w+\\(");
  private static final Pattern FIELD =
      Pattern.compile("(?<type> *(public|private) static final .*) (?<rest>\\w+ =.*)");
  private static final Pattern METHOD_START =
      Pattern.compile(" {2}((public|private) (?!static final )|static )[^=]*\\(.*");
  private static final Pattern CONSTANT =
      Pattern.compile(" *(private|public) static final (int|boolean|String) \\S+ =( .*)?");

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
    } else if (line.strip().equals("}") && lines.getLast().endsWith("() {")) {
      lines.add(lines.removeLast() + "}");
    } else if (line.strip().equals(")") && isOneMemberAnnotation(lines)) {
      String member = lines.removeLast().strip();
      lines.add(lines.removeLast() + member + ")");
    } else if (line.length() > Indent.MAX_COLUMN && FIELD.matcher(line).matches()) {
      addField(lines, line);
    } else if (CONSTANT.matcher(line).matches() && followsConstant(lines)) {
      lines.removeLast();
      lines.add(line);
    } else if (continuesHeader(lines)) {
      String header = lines.removeLast();
      addMethodHeader(lines, header + (header.endsWith("(") ? "" : " ") + line.strip());
    } else if (METHOD_START.matcher(line).matches()) {
      addMethodHeader(lines, line);
    } else if (CLASS_HEADER.matcher(line).matches()) {
      addHeader(lines, line);
    } else {
      lines.add(line);
    }
  }

  private static boolean isOneLineComment(List<String> lines) {
    return lines.size() >= 2 && COMMENT_START.matcher(lines.get(lines.size() - 2)).matches();
  }

  private static boolean isOneMemberAnnotation(List<String> lines) {
    return lines.size() >= 2 && ANNOTATION_START.matcher(lines.get(lines.size() - 2)).matches();
  }

  private static boolean followsConstant(List<String> lines) {
    return lines.size() >= 2
        && lines.getLast().isEmpty()
        && CONSTANT.matcher(lines.get(lines.size() - 2)).matches();
  }

  private static void addField(List<String> lines, String field) {
    Matcher matcher = FIELD.matcher(field);
    matcher.matches();
    lines.add(matcher.group("type"));
    int column = Indent.MEMBER.own() + Indent.CONTINUATION;
    String rest = " ".repeat(column) + matcher.group("rest");
    int value = rest.indexOf('=') + 1;
    if (rest.length() <= Indent.MAX_COLUMN || value == rest.length()) {
      lines.add(rest);
    } else {
      lines.add(rest.substring(0, value));
      lines.add(" ".repeat(column + Indent.CONTINUATION) + rest.substring(value).strip());
    }
  }

  /** JavaPoet breaks a long header wherever it comes to the margin. */
  private static boolean continuesHeader(List<String> lines) {
    return !lines.isEmpty()
        && METHOD_START.matcher(lines.getLast()).matches()
        && !lines.getLast().endsWith("{")
        && !lines.getLast().endsWith("}");
  }

  private static void addMethodHeader(List<String> lines, String header) {
    if (!header.endsWith("{") || header.length() <= Indent.MAX_COLUMN) {
      lines.add(header);
      return;
    }
    int start = header.indexOf('(') + 1;
    String parameters = header.substring(start);
    String indent = " ".repeat(Indent.MEMBER.own() + Indent.CONTINUATION);
    lines.add(header.substring(0, start));
    if (indent.length() + parameters.length() <= Indent.MAX_COLUMN) {
      lines.add(indent + parameters);
    } else {
      for (String each : parameters.split("(?<=,) ", -1)) {
        lines.add(indent + each);
      }
    }
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
