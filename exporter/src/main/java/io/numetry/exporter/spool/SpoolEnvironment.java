package io.numetry.exporter.spool;

import io.numetry.config.Environment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The spool's options as environment variables, {@code OTEL_JAVA_NUMETRY_SPOOL_<X>}: the
 * specification leaves what it does not define to names with a language's prefix. A value that
 * cannot be read is warned of and ignored; without a folder there is no spool.
 */
public final class SpoolEnvironment {
  private static final String PREFIX = "OTEL_JAVA_NUMETRY_SPOOL_";

  private SpoolEnvironment() {}

  /** The variables as a table for people, in Markdown. */
  public static String reference() {
    var table = new StringBuilder("| in code | X | type | default | |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (SpoolOption option : SpoolOption.values()) {
      table.append(option.row());
    }
    return table.toString();
  }

  /** Reads the options; empty if no spool is asked for. */
  public static Optional<SpoolOptions> read(Environment environment) {
    Optional<Path> folder = folder(environment);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    var options = SpoolOptions.builder(folder.get());
    readBytes(environment, SpoolOption.MAX_BYTES, options::maxBytes);
    readBytes(environment, SpoolOption.SEGMENT_BYTES, options::segmentBytes);
    readMillis(environment, SpoolOption.MAX_AGE, options::maxAge);
    readSync(environment, options);
    readMillis(environment, SpoolOption.SYNC_INTERVAL, options::syncInterval);
    readMillis(environment, SpoolOption.AFTER, options::after);
    readReplayOrder(environment, options);
    readBytes(environment, SpoolOption.REPLAY_BYTES_PER_SECOND, options::replayBytesPerSecond);
    try {
      return Optional.of(options.build());
    } catch (IllegalArgumentException e) {
      environment.ignored(PREFIX + SpoolOption.FOLDER, folder.get().toString(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Path> folder(Environment environment) {
    String name = PREFIX + SpoolOption.FOLDER;
    Optional<String> value = environment.string(name);
    try {
      return value.map(Path::of);
    } catch (InvalidPathException e) {
      environment.ignored(name, value.orElse(""), "write a folder's path");
      return Optional.empty();
    }
  }

  private static void readBytes(Environment environment, SpoolOption option, LongConsumer setter) {
    String name = PREFIX + option;
    Optional<String> value = environment.string(name);
    if (value.isEmpty()) {
      return;
    }
    try {
      setter.accept(Long.parseLong(value.get()));
    } catch (NumberFormatException e) {
      environment.ignored(name, value.get(), "write a number of bytes");
    } catch (IllegalArgumentException e) {
      environment.ignored(name, value.get(), e.getMessage());
    }
  }

  private static void readMillis(
      Environment environment, SpoolOption option, Consumer<Duration> setter) {
    String name = PREFIX + option;
    environment
        .positiveMillis(name)
        .ifPresent(
            value -> {
              try {
                setter.accept(value);
              } catch (IllegalArgumentException e) {
                environment.ignored(name, Long.toString(value.toMillis()), e.getMessage());
              }
            });
  }

  private static void readReplayOrder(Environment environment, SpoolOptions.Builder options) {
    String name = PREFIX + SpoolOption.REPLAY_ORDER;
    Optional<String> value = environment.keyword(name);
    if (value.isEmpty()) {
      return;
    }
    switch (value.get()) {
      case "in_order" -> options.replayOrder(ReplayOrder.IN_ORDER);
      case "live_first" -> options.replayOrder(ReplayOrder.LIVE_FIRST);
      default -> environment.ignored(name, value.get(), "write in_order or live_first");
    }
  }

  private static void readSync(Environment environment, SpoolOptions.Builder options) {
    String name = PREFIX + SpoolOption.SYNC;
    Optional<String> value = environment.keyword(name);
    if (value.isEmpty()) {
      return;
    }
    switch (value.get()) {
      case "none" -> options.sync(SpoolSync.NONE);
      case "segment" -> options.sync(SpoolSync.SEGMENT);
      case "interval" -> options.sync(SpoolSync.INTERVAL);
      case "record" -> options.sync(SpoolSync.RECORD);
      default -> environment.ignored(name, value.get(), "write none, segment, interval or record");
    }
  }
}
