package io.numetry.bench.suite.rows;

/** What rows are about: the report's sections. */
public enum Topic {
  RECORDING("Recording", "One recording by one thread, through a generated metric set."),
  SHARED(
      "Recording on several threads",
      "What each of several threads waits for a recording: Numetry has a core for each, the others"
          + " one instrument for all unless it says own."),
  FLIP("Polling and flipping", "What an owner pays in its duty cycle."),
  CYCLE(
      "Drain and encode",
      "From a core's cells to the bytes of an OTLP request, per point, of 1,000 series with three"
          + " string attributes."),
  SCALE("Cost against scale", "A point's whole cycle by the number of series."),
  DELIVERY(
      "Delivery",
      "Up to the receiver's answer over the loopback interface; the receiver is a process of its"
          + " own that only counts."),
  OWNER(
      "The owner's turns",
      "A busy loop of about 1 µs a turn on a CPU of its own, each turn timed, four counters recorded"
          + " in each."),
  START("Start, registration, memory", "What there is to pay once, and what stays."),
  SPOOL("Spool", "A frame on its way to the disk."),
  EXPERIMENT("Experiments", "What parts of the design cost, and what others would.");

  private final String title;
  private final String how;

  Topic(String title, String how) {
    this.title = title;
    this.how = how;
  }

  public String title() {
    return title;
  }

  /** What is measured, in a sentence. */
  public String how() {
    return how;
  }
}
