package io.numetry.bench.chaos.plan;

import static io.numetry.bench.chaos.plan.Fault.BAD_BODY;
import static io.numetry.bench.chaos.plan.Fault.CUT_BEFORE;
import static io.numetry.bench.chaos.plan.Fault.CUT_REQUEST;
import static io.numetry.bench.chaos.plan.Fault.CUT_RESPONSE;
import static io.numetry.bench.chaos.plan.Fault.ENDLESS_HEADERS;
import static io.numetry.bench.chaos.plan.Fault.GARBAGE;
import static io.numetry.bench.chaos.plan.Fault.GARBAGE_AFTER;
import static io.numetry.bench.chaos.plan.Fault.LATER;
import static io.numetry.bench.chaos.plan.Fault.LATER_AFTER;
import static io.numetry.bench.chaos.plan.Fault.NONE;
import static io.numetry.bench.chaos.plan.Fault.PARTIAL;
import static io.numetry.bench.chaos.plan.Fault.REFUSED;
import static io.numetry.bench.chaos.plan.Fault.SILENT;
import static io.numetry.bench.chaos.plan.Fault.SLOW;
import static io.numetry.bench.chaos.plan.Fault.TOO_LARGE;

import java.util.List;

/** How a destination is for a while: which faults befall its requests, one as likely as another. */
public enum Weather {
  CLEAR(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, PARTIAL, PARTIAL, SLOW),
  /** As it is to be, at last. */
  WELL(NONE),
  /** Overloaded: asks for patience, and takes something now and then. */
  BUSY(LATER, LATER, LATER, LATER_AFTER, NONE),
  /** Accepts nothing at all. */
  CLOSED(LATER),
  REFUSING(REFUSED, REFUSED, TOO_LARGE, NONE, NONE),
  CUTTING(CUT_BEFORE, CUT_REQUEST, CUT_RESPONSE, SILENT, NONE, NONE),
  GARBLED(GARBAGE, GARBAGE_AFTER, ENDLESS_HEADERS, BAD_BODY, NONE),
  SLOWLY(SLOW),
  /** Nobody listens: the collector was killed. */
  GONE();

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Fault> faults;

  Weather(Fault... faults) {
    this.faults = List.of(faults);
  }

  /** Empty where no request is read. */
  public List<Fault> faults() {
    return faults;
  }
}
