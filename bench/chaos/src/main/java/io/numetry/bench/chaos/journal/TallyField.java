package io.numetry.bench.chaos.journal;

/** What a process tells of itself in a {@link Tally}. */
public enum TallyField {
  /** 1 once telemetry has started. */
  STARTED,
  /** 1 once all that follows the end of telemetry is written. */
  ENDED,
  /** Flushes that were done in time. */
  FLUSHES,
  /** Bytes of native memory that Numetry has touched. */
  NATIVE_BYTES,
  /** Bytes of it that are frames. */
  FRAME_BYTES;

  /** Of each core. */
  public enum OfCore {
    /** Turns begun; written before anything of the turn is recorded. */
    BEGUN,
    /** Turns recorded. */
    RECORDED
  }

  /** Of each exporter. */
  public enum OfExporter {
    /** 1 if it has a spool. */
    HAS_SPOOL,
    HANDED_OVER,
    ACCEPTED,
    REJECTED,
    /** Given up by the sender for whatever cause. */
    DROPPED,
    /** Of these, left when the exporter closed. */
    DROPPED_AT_CLOSE,
    /** Dropped by the spool. */
    SPOOL_DROPPED,
    /** Found broken by the spool. */
    SPOOL_CORRUPT,
    /** Records found broken by the spool. */
    SPOOL_CORRUPT_RECORDS,
    /** Records whose number is not there. */
    SPOOL_MISSING_RECORDS,
    SPOOL_QUARANTINED,
    SPOOL_IO_ERRORS,
    /** Records put into the spool. */
    SPOOL_STORED_RECORDS,
    /** Found in the spool at the start. */
    RECOVERED,
    /** In the spool now. */
    SPOOLED,
    SPOOL_BYTES,
    /** In memory alone now. */
    IN_FLIGHT,
    RETRIES
  }
}
