package io.numetry.bench.affinity;

import io.numetry.bench.affinity.judge.Findings;
import io.numetry.bench.affinity.judge.Recommender;
import io.numetry.bench.affinity.judge.Verdict;
import io.numetry.bench.affinity.report.HtmlReport;
import io.numetry.bench.affinity.report.TextReport;
import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.support.json.RecordJson;
import io.numetry.numa.NumaSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Measures what placement costs on this host, and recommends one. */
public final class AffinityBench {

  static final int MEASURED = 0;
  static final int FAILED = 1;
  static final int BAD_ARGUMENTS = 2;

  private static final String NAME = "bench-affinity: ";

  /** Where reports go unless --output says otherwise. */
  private static final String OUTPUT_PROPERTY = "numetry.bench.affinity.output";

  private static final String ROOT_PROPERTY = "numetry.numa.sysfs.root";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(ZoneOffset.UTC);

  /** A report of 1024 CPUs has half a million pairs. */
  private static final long LARGEST_FILE = 512L << 20;

  private final Arguments arguments;
  private final PrintStream out;
  private final PrintStream err;

  private AffinityBench(Arguments arguments, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.out = out;
    this.err = err;
  }

  /** Ends the process: 0 if a report was made, 1 if it could not be, 2 for bad arguments. */
  public static void main(String[] args) {
    int status = run(args, System.out, System.err);
    System.out.flush();
    System.exit(status);
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    Path output = Path.of(System.getProperty(OUTPUT_PROPERTY, "."));
    Arguments arguments;
    try {
      arguments = Arguments.parse(args, output);
      refuseAnotherHost(arguments);
    } catch (IllegalArgumentException e) {
      err.println(NAME + e.getMessage() + "; --help tells what to write");
      return BAD_ARGUMENTS;
    }
    if (arguments.help()) {
      out.print(Arguments.USAGE.formatted(output));
      return MEASURED;
    }
    return new AffinityBench(arguments, out, err).report();
  }

  private static void refuseAnotherHost(Arguments arguments) {
    String root = System.getProperty(ROOT_PROPERTY, "");
    if (arguments.from().isEmpty() && !root.isBlank() && !root.equals("/")) {
      throw new IllegalArgumentException(
          ROOT_PROPERTY
              + "="
              + root
              + " stands in for this host, and cannot be measured; unset it");
    }
  }

  private int report() {
    try {
      Files.createDirectories(arguments.output());
      Path from = arguments.from().orElse(null);
      AffinityReport report = from == null ? measured() : read(from);
      String json = RecordJson.write(report) + "\n";
      String name = from == null ? newName() : baseName(from);
      if (from == null) {
        write(name + ".json", json);
      }
      write(name + ".html", HtmlReport.of(report));
      out.print(arguments.json() ? json : TextReport.of(report));
      return MEASURED;
    } catch (IOException e) {
      return failed(e + "; see that it can be read, or written to");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    } catch (RuntimeException e) {
      return failed(String.valueOf(e.getMessage() == null ? e : e.getMessage()));
    }
  }

  private int failed(String why) {
    err.println(NAME + why);
    return FAILED;
  }

  private AffinityReport measured() throws InterruptedException {
    NumaSystem numa = NumaSystem.system();
    AffinityResult result =
        new BenchRun(numa, arguments.mode(), step -> err.println(NAME + step)).measure();
    Recommendation recommendation = Recommender.recommend(numa.topology().host(), result);
    return new AffinityReport(
        AffinityReport.FORMAT,
        AffinityReport.VERSION,
        result,
        Verdict.of(result, recommendation),
        Findings.of(result),
        recommendation);
  }

  private static AffinityReport read(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > LARGEST_FILE) {
      throw new IllegalArgumentException(
          file + ": bytes=" + bytes + " are too many for a report, " + LARGEST_FILE + " at most");
    }
    try {
      return RecordJson.read(AffinityReport.class, Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ": is no report of this bench, " + e.getMessage(), e);
    }
  }

  private String newName() {
    String name = DATE.format(Instant.now()) + "-affinity";
    return arguments.mode() == Mode.SMOKE ? name + "-smoke" : name;
  }

  private static String baseName(Path file) {
    @Nullable Path name = file.getFileName();
    String text = name == null ? "affinity" : name.toString();
    return text.endsWith(".json") ? text.substring(0, text.length() - ".json".length()) : text;
  }

  private void write(String name, String text) throws IOException {
    Path file = arguments.output().resolve(name);
    Files.writeString(file, text);
    err.println(NAME + "wrote " + file);
  }
}
