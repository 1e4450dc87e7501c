package io.numetry.bench.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Captures the loops of all {@link HotPath}s and writes them down: a table of counts, less those of
 * the empty loop, and the instructions of ours.
 *
 * <p>Arguments: nothing, to print it, or the file that has the two marks it goes between.
 */
public final class AssemblyReport {
  static final String BEGIN = "<!-- captured: scripts/bench-assembly --write -->";
  static final String END = "<!-- captured: end -->";

  private AssemblyReport() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length > 1) {
      System.err.println("assembly: write nothing, or the file to write into");
      System.exit(2);
    }
    String arch = System.getProperty("os.arch");
    if (!arch.equals("amd64")) {
      System.err.println("assembly: os.arch=" + arch + ", but only amd64's instructions are known");
      System.exit(2);
    }
    if (!Disassembler.isThere()) {
      System.err.println("assembly: no objdump on PATH; install the package binutils");
      System.exit(2);
    }
    String text = text(capture());
    if (args.length == 0) {
      System.out.print(text);
      return;
    }
    Path file = Path.of(args[0]);
    Files.writeString(file, between(file.toString(), Files.readString(file), text));
  }

  private static Map<HotPath, HotLoop> capture() throws IOException, InterruptedException {
    Map<HotPath, HotLoop> loops = new LinkedHashMap<>();
    for (HotPath path : HotPath.ALL) {
      System.err.println("capturing " + path.bench() + "." + path.method());
      MachineCode code = MachineCode.lastOfC2(Capture.run(path));
      loops.put(path, HotLoop.findAny(Disassembler.disassemble(code), code.polls()));
    }
    return loops;
  }

  /**
   * Puts what was captured in place of what is between the marks.
   *
   * @throws IllegalArgumentException if a mark is missing
   */
  static String between(String file, String page, String captured) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "assembly: " + file + " must have the lines " + BEGIN + " and " + END);
    }
    return page.substring(0, begin + BEGIN.length())
        + "\n\n"
        + captured
        + "\n"
        + page.substring(end);
  }

  static String text(Map<HotPath, HotLoop> loops) {
    HotLoop empty = loops.get(HotPath.EMPTY);
    if (empty == null) {
      throw new IllegalArgumentException("assembly: the empty loop was not captured");
    }
    var out = new StringBuilder(1 << 12);
    out.append(
        String.format(
            Locale.ROOT,
            "Captured on %s, %s.%n%n",
            System.getProperty("java.vm.name"),
            Runtime.version()));
    out.append("| | instructions | loads | stores | conditional branches |\n");
    out.append("|---|---|---|---|---|\n");
    loops.forEach((path, loop) -> row(out, path, loop, empty));
    loops.forEach(
        (path, loop) -> {
          if (path.ours()) {
            listing(out, path, loop);
          }
        });
    return out.toString();
  }

  private static void row(StringBuilder out, HotPath path, HotLoop loop, HotLoop empty) {
    boolean whole = path.equals(HotPath.EMPTY);
    out.append("| ")
        .append(whole ? "the empty loop, which is taken off all below" : path.what())
        .append(" | ")
        .append(loop.count() - (whole ? 0 : empty.count()))
        .append(" | ")
        .append(loop.loads() - (whole ? 0 : empty.loads()))
        .append(" | ")
        .append(loop.stores() - (whole ? 0 : empty.stores()))
        .append(" | ")
        .append(loop.conditions() - (whole ? 0 : empty.conditions()))
        .append(" |\n");
  }

  private static void listing(StringBuilder out, HotPath path, HotLoop loop) {
    out.append("\n### ")
        .append(path.what())
        .append(" (`")
        .append(path.bench())
        .append('.')
        .append(path.method())
        .append("`)\n\n```\n");
    long from = loop.body().getFirst().address();
    for (Instruction instruction : loop.body()) {
      if (!instruction.pads()) {
        String kind =
            (instruction.loads() ? "load " : "")
                + (instruction.stores() ? "store " : "")
                + (instruction.branchesOnCondition() ? direction(instruction, loop) : "");
        out.append(
            String.format(
                    Locale.ROOT,
                    "%4x  %-44s %s",
                    instruction.address() - from,
                    relative(instruction, from),
                    kind)
                .stripTrailing());
        out.append('\n');
      }
    }
    out.append("```\n");
  }

  private static String direction(Instruction branch, HotLoop loop) {
    return loop.contains(branch.target().orElse(0)) ? "branch " : "branch to what is rare ";
  }

  /** Branches by their distance from the loop's first instruction; addresses are chance. */
  private static String relative(Instruction instruction, long from) {
    if (instruction.target().isEmpty()) {
      return instruction.text();
    }
    long distance = instruction.target().getAsLong() - from;
    return instruction.mnemonic()
        + (distance < 0 ? " -" : " +")
        + Long.toHexString(Math.abs(distance));
  }
}
