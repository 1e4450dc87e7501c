package io.numetry.bench.assembly;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One instruction of x86-64, in Intel's syntax as objdump writes it.
 *
 * @param address where it was
 * @param mnemonic its name
 * @param operands its operands, the destination first
 */
record Instruction(long address, String mnemonic, String operands) {
  private static final Set<String> NO_ACCESS = Set.of("lea", "nop", "prefetcht0", "prefetchw");
  private static final Set<String> ONLY_READ = Set.of("cmp", "test", "bt", "ucomisd", "vucomisd");
  private static final Pattern TARGET = Pattern.compile("0x([0-9a-f]+)");
  private static final int HEX = 16;

  /** Whether it reads memory; an addition to memory reads and writes. */
  boolean loads() {
    if (!touchesMemory()) {
      return false;
    }
    return !isDestinationMemory() || ONLY_READ.contains(mnemonic) || !isMove();
  }

  boolean stores() {
    return touchesMemory() && isDestinationMemory() && !ONLY_READ.contains(mnemonic);
  }

  boolean branches() {
    return mnemonic.startsWith("j");
  }

  boolean branchesOnCondition() {
    return branches() && !mnemonic.equals("jmp");
  }

  /** Whether it only fills room, so that what follows is aligned. */
  boolean pads() {
    return mnemonic.equals("nop") || operands.equals("ax,ax");
  }

  /** Whether what stands behind it does not follow: also at a call, whose way back is not ours. */
  boolean ends() {
    return mnemonic.equals("jmp")
        || mnemonic.equals("call")
        || mnemonic.equals("ret")
        || mnemonic.equals("hlt");
  }

  /** Where a branch goes, if the instruction says so. */
  OptionalLong target() {
    Matcher matcher = TARGET.matcher(operands);
    return branches() && matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1), HEX))
        : OptionalLong.empty();
  }

  private boolean touchesMemory() {
    return operands.contains("[") && !NO_ACCESS.contains(mnemonic);
  }

  private boolean isDestinationMemory() {
    int comma = operands.indexOf(',');
    return (comma < 0 ? operands : operands.substring(0, comma)).contains("[");
  }

  private boolean isMove() {
    return mnemonic.startsWith("mov") || mnemonic.startsWith("vmov") || mnemonic.startsWith("set");
  }

  String text() {
    return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
  }
}
