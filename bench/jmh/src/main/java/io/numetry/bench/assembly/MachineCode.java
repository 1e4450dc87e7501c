package io.numetry.bench.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of one compiled method.
 *
 * @param address of the first byte, where the method was
 * @param hex the bytes, two digits each
 * @param polls addresses of its safepoint polls inside loops
 */
record MachineCode(long address, String hex, List<Long> polls) {
  private static final Pattern METHOD =
      Pattern.compile("<print_nmethod [^>]*compiler='(\\w+)' level='(\\d)'");
  private static final Pattern BYTES =
      Pattern.compile("\\s*0x([0-9a-f]{16}): ((?:[0-9a-f]{2,4}[ |]*)+)");
  private static final Pattern COMMENT = Pattern.compile("\\s*0x([0-9a-f]{16}): ;.*");
  private static final String POLL = "{poll}";
  private static final byte NOP = (byte) 0x90;
  private static final int HEX = 16;

  /**
   * The last method that the second compiler compiled, from HotSpot's log. Where an interpreted
   * loop was replaced while it ran, and the method entered again, that is the one that went on.
   *
   * @throws IllegalArgumentException if there is none; the message says what to do
   */
  static MachineCode lastOfC2(String log) {
    List<String> lines = lastMethod(log.lines().toList());
    TreeMap<Long, Byte> memory = new TreeMap<>();
    List<Long> polls = new ArrayList<>();
    long next = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher bytes = BYTES.matcher(lines.get(i));
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (bytes.matches()) {
        next = Long.parseLong(bytes.group(1), HEX);
        for (byte b : HexFormat.of().parseHex(bytes.group(2).replaceAll("[ |]", ""))) {
          memory.put(next++, b);
        }
      } else if (comment.matches()) {
        next = Long.parseLong(comment.group(1), HEX);
      }
      if (lines.get(i).endsWith(POLL)) {
        // Comments name the end of the instruction before, or the start of the one they are about.
        polls.add(next);
      }
    }
    if (memory.isEmpty()) {
      throw new IllegalArgumentException(
          "assembly: HotSpot printed no bytes of the method; if this JDK has a disassembler"
              + " (hsdis-amd64.so in its lib), take it away, or use another JDK");
    }
    return new MachineCode(memory.firstKey(), hex(memory), List.copyOf(polls));
  }

  private static List<String> lastMethod(List<String> lines) {
    List<String> last = Collections.emptyList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher method = METHOD.matcher(lines.get(i));
      if (method.find() && method.group(1).equals("c2")) {
        int end = i;
        while (end < lines.size() && !lines.get(end).startsWith("</print_nmethod>")) {
          end++;
        }
        last = lines.subList(i, end);
      }
    }
    if (last.isEmpty()) {
      throw new IllegalArgumentException(
          "assembly: the log has no method of the compiler C2; is this JVM HotSpot, with C2?");
    }
    return last;
  }

  private static String hex(NavigableMap<Long, Byte> memory) {
    long first = memory.firstKey();
    byte[] all = new byte[Math.toIntExact(memory.lastKey() - first + 1)];
    for (int i = 0; i < all.length; i++) {
      all[i] = memory.getOrDefault(first + i, NOP);
    }
    return HexFormat.of().formatHex(all);
  }
}
