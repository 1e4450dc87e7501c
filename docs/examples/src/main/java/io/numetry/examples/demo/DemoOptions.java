package io.numetry.examples.demo;

import io.numetry.aggregate.AggregationLevel;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.numa.CpuSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the demo was asked for, checked.
 *
 * @param cpus one for each core of the gateway; a CPU may be there twice
 * @param framesPerSecond for each lane
 * @param temporality {@code delta}, {@code cumulative} or {@code lowmemory}
 * @param endpoint of a collector; empty for the demo's own receiver
 * @param received what that collector writes down; empty if nothing is known of it
 */
record DemoOptions(
    List<Integer> cpus,
    int seconds,
    Duration interval,
    String temporality,
    AggregationLevel level,
    long framesPerSecond,
    Optional<String> endpoint,
    Optional<Path> received) {

  static final String USAGE =
      """
      Usage: demo [options]
        --cores N           threads of the gateway, each pinned to a CPU; at least 2, by default 2
        --cpus LIST         the CPUs to pin to, say 0,2-3; by default the first ones allowed
        --seconds N         how long messages flow; by default 10
        --interval MS       from collection to collection, in milliseconds; by default 1000
        --temporality T     delta, cumulative or lowmemory; by default cumulative
        --level L           core, node or process: what series are summed up to; by default node
        --rate N            messages a second for each core; by default 200000
        --endpoint URL      send to this collector (OTLP/HTTP, say http://localhost:4318) and not to
                            the demo's own receiver
        --received FILE     where that collector writes what it received, as OTLP/JSON lines; without
                            it the demo cannot compare
        --help              this text
      """;

  private static final int MIN_CORES = 2;

  /**
   * Reads the command's arguments.
   *
   * @param allowed the CPUs that this process may use
   * @throws UsageException if they do not make sense
   */
  static DemoOptions parse(List<String> arguments, CpuSet allowed) throws UsageException {
    var reader = new Reader(arguments);
    while (reader.hasNext()) {
      reader.readOption();
    }
    return reader.options(allowed);
  }

  /**
   * What an endpoint means.
   *
   * @param option that it was given by, for the message
   * @throws IllegalArgumentException if it means nothing
   */
  static OtlpEndpoint endpoint(String option, String url) {
    return OtlpOptions.builder().endpoint(option, url).build().endpoint();
  }

  /** Collects options one by one. */
  private static final class Reader {
    private final Deque<String> arguments;
    private Optional<Integer> cores = Optional.empty();
    private Optional<CpuSet> cpus = Optional.empty();
    private int seconds = 10;
    private Duration interval = Duration.ofSeconds(1);
    private String temporality = "cumulative";
    private AggregationLevel level = AggregationLevel.NODE;
    private long framesPerSecond = 200_000;
    private Optional<String> endpoint = Optional.empty();
    private Optional<Path> received = Optional.empty();

    Reader(List<String> arguments) {
      this.arguments = new ArrayDeque<>(arguments);
    }

    boolean hasNext() {
      return !arguments.isEmpty();
    }

    void readOption() throws UsageException {
      String option = arguments.removeFirst();
      switch (option) {
        case "--cores" -> cores = Optional.of(number(option, MIN_CORES, 1024));
        case "--cpus" -> cpus = Optional.of(cpuList(option));
        case "--seconds" -> seconds = number(option, 1, 86_400);
        case "--interval" -> interval = Duration.ofMillis(number(option, 1, 3_600_000));
        case "--temporality" ->
            temporality = oneOf(option, List.of("delta", "cumulative", "lowmemory"));
        case "--level" ->
            level =
                AggregationLevel.valueOf(
                    oneOf(option, List.of("core", "node", "process")).toUpperCase(Locale.ROOT));
        case "--rate" -> framesPerSecond = number(option, 1, 100_000_000);
        case "--endpoint" -> endpoint = Optional.of(url(option));
        case "--received" -> received = Optional.of(Path.of(value(option)));
        default ->
            throw new UsageException(option + " is no option of the demo; --help lists them");
      }
    }

    DemoOptions options(CpuSet allowed) throws UsageException {
      if (received.isPresent() && endpoint.isEmpty()) {
        throw new UsageException(
            "--received says what a collector wrote down; name that collector with --endpoint");
      }
      return new DemoOptions(
          pinTo(allowed),
          seconds,
          interval,
          temporality,
          level,
          framesPerSecond,
          endpoint,
          received);
    }

    private List<Integer> pinTo(CpuSet allowed) throws UsageException {
      CpuSet chosen = cpus.orElse(allowed);
      CpuSet missing = chosen.minus(allowed);
      if (!missing.isEmpty()) {
        throw new UsageException(
            "--cpus "
                + chosen
                + ": CPU "
                + missing
                + " is not there for this process; it may use "
                + allowed);
      }
      // On a single CPU two threads share it: the gateway needs both.
      int most = Math.max(MIN_CORES, chosen.size());
      int count = cores.orElse(cpus.isPresent() ? most : MIN_CORES);
      if (count > most) {
        throw new UsageException(
            "--cores " + count + ": there are only " + chosen.size() + " CPUs to use, " + chosen);
      }
      int[] numbers = chosen.toArray();
      return IntStream.range(0, count).map(i -> numbers[i % numbers.length]).boxed().toList();
    }

    private CpuSet cpuList(String option) throws UsageException {
      String list = value(option);
      try {
        CpuSet set = CpuSet.parse(list);
        if (!set.isEmpty()) {
          return set;
        }
      } catch (IllegalArgumentException e) {
        // told below, like an empty list
      }
      throw new UsageException(option + " " + list + " is no list of CPUs; write one like 0,2-3");
    }

    private int number(String option, int least, int most) throws UsageException {
      String text = value(option);
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, like a number out of range
      }
      throw new UsageException(
          option + " " + text + ": write a whole number, " + least + " to " + most);
    }

    private String oneOf(String option, List<String> values) throws UsageException {
      String text = value(option);
      if (!values.contains(text)) {
        throw new UsageException(option + " " + text + ": write " + String.join(" or ", values));
      }
      return text;
    }

    private String url(String option) throws UsageException {
      String url = value(option);
      try {
        endpoint(option, url); // only to see whether it is one
      } catch (IllegalArgumentException e) {
        throw new UsageException(e.getMessage());
      }
      return url;
    }

    private String value(String option) throws UsageException {
      if (arguments.isEmpty()) {
        throw new UsageException(option + " needs a value; --help shows which");
      }
      return arguments.removeFirst();
    }
  }
}
