package io.numetry.numa.proc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The line of a {@code stat} file of a process or a thread.
 *
 * <p>Its second field is a command name in parentheses, which may hold anything, spaces and
 * parentheses too; so fields are counted from the last closing one.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
public final class ProcStat {
  private static final int FIRST_FIELD = 3;
  private static final int MINOR_FAULTS = 10;
  private static final int MAJOR_FAULTS = 12;
  private static final int USER_TIME = 14;
  private static final int SYSTEM_TIME = 15;
  private static final int START_TIME = 22;
  private static final int LAST_CPU = 39;

  /** What the kernel counts in for programs, on x86-64 and AArch64 whatever its own tick is. */
  private static final double TICKS_PER_SECOND = 100;

  private final List<String> fields;

  private ProcStat(List<String> fields) {
    this.fields = fields;
  }

  /** Empty if the text is not of the form {@code number (name) state ...}. */
  public static Optional<ProcStat> parse(String text) {
    int nameStart = text.indexOf(" (");
    int nameEnd = text.lastIndexOf(") ");
    if (nameStart < 0
        || nameEnd <= nameStart
        || KernelText.number(text.substring(0, nameStart)).isEmpty()) {
      return Optional.empty();
    }
    String rest = text.substring(nameEnd + 2).strip();
    return Optional.of(new ProcStat(Arrays.asList(rest.split("\\s+", -1))));
  }

  /** Page faults served without reading from a disk. */
  public OptionalLong minorFaults() {
    return number(MINOR_FAULTS);
  }

  /** Page faults that a disk was read for. */
  public OptionalLong majorFaults() {
    return number(MAJOR_FAULTS);
  }

  public OptionalDouble userSeconds() {
    return seconds(USER_TIME);
  }

  public OptionalDouble systemSeconds() {
    return seconds(SYSTEM_TIME);
  }

  /** When it began, in ticks since boot: tells it from a later one of the same number. */
  public OptionalLong startTicks() {
    return number(START_TIME);
  }

  /** The CPU it last ran on. */
  public OptionalLong lastCpu() {
    return number(LAST_CPU);
  }

  private OptionalDouble seconds(int field) {
    OptionalLong ticks = number(field);
    return ticks.isPresent()
        ? OptionalDouble.of(ticks.getAsLong() / TICKS_PER_SECOND)
        : OptionalDouble.empty();
  }

  private OptionalLong number(int field) {
    int index = field - FIRST_FIELD;
    return index < fields.size() ? KernelText.number(fields.get(index)) : OptionalLong.empty();
  }
}
