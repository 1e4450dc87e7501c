package io.numetry.schema;

/** What an instrument does with a value, and which verb its recording method starts with. */
public enum InstrumentKind {
  COUNTER("add"),
  UP_DOWN_COUNTER("add"),
  OBSERVE_COUNTER("observe"),
  OBSERVE_UP_DOWN_COUNTER("observe"),
  GAUGE("set"),
  MMSC("record"),
  EXPONENTIAL_HISTOGRAM("record"),
  EXPLICIT_HISTOGRAM("record");

  private final String verb;

  InstrumentKind(String verb) {
    this.verb = verb;
  }

  /** First word of the recording method's name. */
  public String verb() {
    return verb;
  }

  /** True if values add up, and a window may therefore be a delta or cumulative. */
  public boolean hasTemporality() {
    return this != GAUGE;
  }

  /** True if the sum can only grow. */
  public boolean isMonotonic() {
    return this == COUNTER || this == OBSERVE_COUNTER;
  }

  /** True if the user tells the sum itself, and not what to add to it. */
  public boolean isObserved() {
    return this == OBSERVE_COUNTER || this == OBSERVE_UP_DOWN_COUNTER;
  }

  /** True if a point tells of many values, with their count. */
  public boolean isDistribution() {
    return switch (this) {
      case MMSC, EXPONENTIAL_HISTOGRAM, EXPLICIT_HISTOGRAM -> true;
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE -> false;
    };
  }

  /** The layout of cells of this kind, unless the instrument chooses another. */
  public CellLayout defaultLayout() {
    return switch (this) {
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE ->
          FixedLayout.NUMBER;
      case MMSC -> FixedLayout.MMSC;
      case EXPONENTIAL_HISTOGRAM -> ExponentialLayout.DEFAULT;
      case EXPLICIT_HISTOGRAM -> ExplicitLayout.DEFAULT;
    };
  }
}
