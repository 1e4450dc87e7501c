package io.numetry.schema;

/** What an instrument does with a value, and which verb its recording method starts with. */
public enum InstrumentKind {
  COUNTER("add", 1),
  UP_DOWN_COUNTER("add", 1),
  GAUGE("set", 1),
  MMSC("record", 4);

  private final String verb;
  private final int words;

  InstrumentKind(String verb, int words) {
    this.verb = verb;
    this.words = words;
  }

  /** First word of the recording method's name. */
  public String verb() {
    return verb;
  }

  /** Size of the instrument's cell, in bytes. */
  public int cellBytes() {
    return words * Long.BYTES;
  }

  /** True if values add up, and a window may therefore be a delta or cumulative. */
  public boolean hasTemporality() {
    return this != GAUGE;
  }
}
