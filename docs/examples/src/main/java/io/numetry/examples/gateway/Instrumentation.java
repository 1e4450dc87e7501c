package io.numetry.examples.gateway;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.numa.NumaSystem;

/** How much of telemetry the gateway's cores have. */
public interface Instrumentation {

  /** What the calling thread has, which becomes a core. */
  CoreInstruments open(CoreOptions place);

  /** Everything recorded is counted a second time, to be held against what arrives. */
  static Instrumentation counted(Telemetry telemetry) {
    return place -> new CountedInstruments(telemetry.openCore(place));
  }

  /** As an engine has it. */
  static Instrumentation plain(Telemetry telemetry) {
    return place -> new PlainInstruments(telemetry.openCore(place));
  }

  /**
   * None, to compare with.
   *
   * @param cpu that the core's thread is pinned to
   */
  static Instrumentation none(NumaSystem numa, int cpu) {
    return place -> new NoInstruments(numa, cpu);
  }
}
