package io.numetry.bench.assembly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs objdump, of binutils. */
final class Disassembler {
  private static final Pattern LINE =
      Pattern.compile("\\s*([0-9a-f]+):\\s+([a-z0-9]+)(?:\\s+(.*?))?\\s*(?:#.*)?");
  private static final int HEX = 16;

  private Disassembler() {}

  static boolean isThere() {
    try {
      return new ProcessBuilder("objdump", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * All instructions, in order.
   *
   * @throws IOException if objdump cannot be run, or fails
   */
  static List<Instruction> disassemble(MachineCode code) throws IOException, InterruptedException {
    Path file = Files.createTempFile("numetry-assembly", ".bin");
    try {
      Files.write(file, HexFormat.of().parseHex(code.hex()));
      Process objdump =
          new ProcessBuilder(
                  "objdump",
                  "-D",
                  "-b",
                  "binary",
                  "-m",
                  "i386:x86-64",
                  "-M",
                  "intel",
                  "--no-show-raw-insn",
                  "--adjust-vma=0x" + Long.toHexString(code.address()),
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String text = new String(objdump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (objdump.waitFor() != 0) {
        throw new IOException("assembly: objdump failed: " + text.strip());
      }
      return parse(text);
    } finally {
      Files.delete(file);
    }
  }

  static List<Instruction> parse(String text) {
    List<Instruction> instructions = new ArrayList<>();
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                instructions.add(
                    new Instruction(
                        Long.parseLong(line.group(1), HEX),
                        line.group(2),
                        line.group(3) == null ? "" : line.group(3))));
    return List.copyOf(instructions);
  }
}
