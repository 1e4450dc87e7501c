package io.numetry.numa;

import java.util.BitSet;

/** Reads the kernel's list format: numbers and ranges between commas, "0-3,8". */
final class CpuListParser {

  private final String text;
  private final BitSet cpus = new BitSet();

  private CpuListParser(String text) {
    this.text = text;
  }

  static BitSet parse(String text) {
    CpuListParser parser = new CpuListParser(text.strip());
    if (!parser.text.isEmpty()) {
      for (String item : parser.text.split(",", -1)) {
        parser.add(item);
      }
    }
    return parser.cpus;
  }

  private void add(String item) {
    int dash = item.indexOf('-');
    if (dash < 0) {
      cpus.set(number(item));
      return;
    }
    int low = number(item.substring(0, dash));
    int high = number(item.substring(dash + 1));
    if (low > high) {
      throw malformed("range=" + item + " runs backwards, write " + high + "-" + low);
    }
    cpus.set(low, high + 1);
  }

  private int number(String digits) {
    // Longer digit strings overflow int; they are out of range whatever they say.
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber) {
      throw malformed("item=\"" + digits + "\" is no number, write a list such as 0-3,8");
    }
    if (digits.length() > 9 || Integer.parseInt(digits) > CpuSet.HIGHEST_CPU) {
      throw malformed("cpu=" + digits + " is out of range, use 0-" + CpuSet.HIGHEST_CPU);
    }
    return Integer.parseInt(digits);
  }

  private IllegalArgumentException malformed(String what) {
    return new IllegalArgumentException("cpu set: " + what + ", in text=\"" + text + "\"");
  }
}
