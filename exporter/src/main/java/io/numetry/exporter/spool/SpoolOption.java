package io.numetry.exporter.spool;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * The spool's options, all of them: name in code and in the environment, type, default, and rule.
 */
public enum SpoolOption {
  FOLDER(
      "folder",
      "path",
      options -> "none",
      "a folder of its own for each exporter; made if it is not there; one that others may look into"
          + " is refused"),
  MAX_BYTES(
      "maxBytes",
      "bytes",
      options -> Long.toString(options.maxBytes()),
      "all files together; past it the oldest segment is dropped"),
  SEGMENT_BYTES(
      "segmentBytes",
      "bytes",
      options -> Long.toString(options.segmentBytes()),
      "of a file; several frames should fit; a larger frame gets a file of its own"),
  MAX_AGE(
      "maxAge",
      "ms",
      options -> Long.toString(options.maxAge().toMillis()),
      "older frames are dropped"),
  SYNC(
      "sync",
      "`none`, `segment`, `interval`, `record`",
      options -> options.sync().name().toLowerCase(Locale.ROOT),
      "when frames are forced to the device: never, when a file is full, each `syncInterval`, before"
          + " it counts as stored"),
  SYNC_INTERVAL(
      "syncInterval",
      "ms",
      options -> Long.toString(options.syncInterval().toMillis()),
      "for `interval`"),
  AFTER(
      "after",
      "ms",
      options -> Long.toString(options.after().toMillis()),
      "how long the collector must have been away before frames go to disk; at a `flush` and at the"
          + " end they go at once"),
  REPLAY_ORDER(
      "replayOrder",
      "`in_order`, `live_first`",
      options -> options.replayOrder().name().toLowerCase(Locale.ROOT),
      "new frames wait behind those in the spool, or go first"),
  REPLAY_BYTES_PER_SECOND(
      "replayBytesPerSecond",
      "bytes",
      options -> Long.toString(options.replayBytesPerSecond()),
      "how fast the spool is emptied; 0 for no limit. In order it is never less than twice what is"
          + " new");

  private final String inCode;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<SpoolOptions, String> byDefault;

  private final String rule;

  SpoolOption(String inCode, String type, Function<SpoolOptions, String> byDefault, String rule) {
    this.inCode = inCode;
    this.type = type;
    this.byDefault = byDefault;
    this.rule = rule;
  }

  /** Its component of {@link SpoolOptions}. */
  public String inCode() {
    return inCode;
  }

  /** Its row, with the variable but for its prefix. */
  String row() {
    SpoolOptions defaults = SpoolOptions.builder(Path.of("spool")).build();
    return "| `"
        + inCode
        + "` | `"
        + name()
        + "` | "
        + type
        + " | "
        + byDefault.apply(defaults)
        + " | "
        + rule
        + " |\n";
  }
}
