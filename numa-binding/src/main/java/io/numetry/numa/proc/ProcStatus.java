package io.numetry.numa.proc;

import io.numetry.numa.CpuSet;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A {@code status} file of a process or a thread.
 *
 * @param text the file's lines
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_status.5.html">
 *     proc_pid_status(5)</a>
 */
public record ProcStatus(String text) {

  /** Memory in RAM, in bytes. */
  public OptionalLong residentBytes() {
    return KernelText.bytesOf(text, "VmRSS");
  }

  /** The most memory that was in RAM at a time. */
  public OptionalLong peakResidentBytes() {
    return KernelText.bytesOf(text, "VmHWM");
  }

  /** Address space in use. */
  public OptionalLong virtualBytes() {
    return KernelText.bytesOf(text, "VmSize");
  }

  public OptionalLong threads() {
    return KernelText.valueOf(text, "Threads");
  }

  /** The CPUs that it may run on. */
  public Optional<CpuSet> allowedCpus() {
    return KernelText.listOf(text, "Cpus_allowed_list");
  }

  /** How often it gave up its CPU: it waited for something. */
  public OptionalLong voluntarySwitches() {
    return KernelText.valueOf(text, "voluntary_ctxt_switches");
  }

  /** How often its CPU was taken from it. */
  public OptionalLong involuntarySwitches() {
    return KernelText.valueOf(text, "nonvoluntary_ctxt_switches");
  }
}
