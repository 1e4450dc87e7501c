package io.numetry.bench.chaos.work;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process under stress is told, as the arguments of its command.
 *
 * @param folder where it writes its journal and its tally
 * @param life its number, from 0 on
 * @param spools a folder that has a spool for each exporter
 * @param httpPort of the first exporter: deltas over HTTP
 * @param grpcPort of the second: cumulative points over gRPC
 * @param compressed whether requests are
 */
public record WorkOptions(
    Path folder, int life, Path spools, int httpPort, int grpcPort, boolean compressed) {
  /** Exporters by number. */
  public static final int DELTA = 0;

  public static final int CUMULATIVE = 1;
  public static final int EXPORTERS = 2;

  /** What each of them is, for people. */
  public static final List<String> EXPORTER_NAMES = List.of("delta", "cumulative");

  public static final int CORES = 2;
  public static final Duration INTERVAL = Duration.ofMillis(40);

  /** How long one attempt may take. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Collections of a node that may be in memory alone; more wait in the window. */
  public static final int MAX_COLLECTIONS = 2;

  public static final int MAX_REQUEST_BYTES = 8 << 10;
  public static final int MAX_RESPONSE_BYTES = 32 << 10;
  public static final int SEGMENT_BYTES = 64 << 10;

  /** The second spool is so small that a longer absence makes it drop. */
  public static final List<Integer> SPOOL_BYTES = List.of(4 << 20, 320 << 10);

  /** What a frame's points need at the least, so that a segment has no more than so many. */
  public static final int LEAST_POINT_BYTES = 50;

  public static final int BANK_HALF_BYTES = 1 << 20;

  public static WorkOptions parse(String[] arguments) {
    return new WorkOptions(
        Path.of(arguments[0]),
        Integer.parseInt(arguments[1]),
        Path.of(arguments[2]),
        Integer.parseInt(arguments[3]),
        Integer.parseInt(arguments[4]),
        Boolean.parseBoolean(arguments[5]));
  }

  public List<String> arguments() {
    return List.of(
        folder.toString(),
        Integer.toString(life),
        spools.toString(),
        Integer.toString(httpPort),
        Integer.toString(grpcPort),
        Boolean.toString(compressed));
  }
}
