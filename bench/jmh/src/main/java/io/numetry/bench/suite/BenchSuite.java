package io.numetry.bench.suite;

import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.report.Document;
import io.numetry.bench.suite.report.HtmlReport;
import io.numetry.bench.suite.report.TextReport;
import io.numetry.bench.suite.result.SuiteResult;
import io.numetry.bench.suite.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Measures what the rows name, puts each beside its baseline of the same run and its limit, and
 * writes results and report. {@link Arguments} has the arguments.
 *
 * <p>Exit status: 0 if all limits are met (always after a smoke run in which nothing failed), 1 if
 * one is not or something failed, 2 for bad arguments.
 */
public final class BenchSuite {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm").withZone(ZoneOffset.UTC);

  /** The project's folder, which defaults are named from. */
  private static final Path ROOT = Path.of(System.getProperty("numetry.bench.root", "."));

  private BenchSuite() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> args) {
    if (args.contains("--help")) {
      System.out.print(Arguments.USAGE);
      return 0;
    }
    try {
      Arguments arguments =
          Arguments.parse(args, ROOT.resolve("bench/results"), ROOT.resolve("docs/performance.md"));
      return arguments.from().isPresent()
          ? show(arguments, arguments.from().get())
          : measure(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("bench: " + e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      System.err.println("bench: " + e.getFile() + ": there is no such file");
      return 2;
    } catch (IOException e) {
      System.err.println("bench: " + e + "; see that it can be read, or written to");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int measure(Arguments arguments) throws IOException, InterruptedException {
    Files.createDirectories(arguments.output());
    Path logs = ROOT.resolve("bench/jmh/target/bench-logs");
    SuiteResult result =
        new SuiteRun(arguments, logs, text -> System.err.println("bench: " + text))
            .measure(Rows.ALL);
    String name =
        DATE.format(Instant.parse(result.run().startedAt())) + "-" + arguments.mode().text();
    Path file = arguments.output().resolve(name + ".json");
    Files.writeString(file, result.json());
    Judgement judgement = Judgement.of(Rows.ALL, result);
    report(judgement, file, arguments.output());
    boolean isGood = arguments.mode().isSmoke() ? result.failures().isEmpty() : judgement.isGood();
    return isGood ? 0 : 1;
  }

  private static int show(Arguments arguments, Path file) throws IOException {
    Judgement judgement = Judgement.of(Rows.ALL, SuiteResult.read(file));
    if (arguments.document().isPresent()) {
      Path page = arguments.document().get();
      Path named = ROOT.toRealPath().relativize(file.toRealPath());
      Files.writeString(page, Document.between(page, Files.readString(page), named, judgement));
      System.out.println("bench: wrote the tables of " + file + " into " + page);
      return 0;
    }
    Files.createDirectories(arguments.output());
    report(judgement, file, arguments.output());
    return 0;
  }

  private static void report(Judgement judgement, Path json, Path folder) throws IOException {
    String name = String.valueOf(json.getFileName()).replaceFirst("\\.json$", "");
    Path page = folder.resolve(name + ".html");
    Files.writeString(page, HtmlReport.of(name, judgement));
    System.out.print(TextReport.of(judgement));
    System.out.println("results: " + json + ", report: " + page);
  }
}
