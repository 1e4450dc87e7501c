package io.numetry.bench.suite;

import io.numetry.bench.support.MachineReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benches that rows name and puts each beside its baseline of the same run and its limit.
 * Writes JMH's JSON, and a report on the machine, which tells what the figures are worth.
 *
 * <p>Arguments: the files' path without its ending, {@code smoke}, {@code quick} or {@code full},
 * and perhaps an expression for the benchmarks ({@code Class.method}) to run.
 */
public final class BenchSuite {
  private BenchSuite() {}

  public static void main(String[] args) throws RunnerException, IOException {
    if (args.length < 2 || args.length > 3) {
      System.err.println(
          "bench suite: write the results' path, smoke, quick or full, and which benchmarks");
      System.exit(2);
    }
    Path json = Path.of(args[0] + ".json");
    Path machine = Path.of(args[0] + ".machine.txt");
    Settings settings = Settings.valueOf(args[1].toUpperCase(Locale.ROOT));
    List<String> benches = benches(args.length == 3 ? args[2] : "");
    if (benches.isEmpty()) {
      System.err.println("bench suite: --only " + args[2] + " is in no benchmark's name");
      System.exit(2);
    }
    MachineReport before = MachineReport.take();
    Collection<RunResult> results = run(settings, benches);
    String facts = before.text() + MachineReport.take().loadText("after") + settings.text() + "\n";
    Files.writeString(machine, facts);
    writeJson(results, json);
    boolean met = TextTable.print(Rows.ALL, new Results(results), System.out);
    System.out.println();
    System.out.println(facts);
    System.out.println("results: " + json.getFileName() + ", " + machine.getFileName());
    System.exit(met || settings == Settings.SMOKE ? 0 : 1);
  }

  /** Of all rows' benchmarks those in whose names the expression is found. */
  static List<String> benches(String only) {
    Pattern wanted = Pattern.compile(only);
    return Rows.ALL.stream()
        .flatMap(row -> row.benches().stream())
        .map(name -> name.replaceFirst(":.*", ""))
        .filter(name -> wanted.matcher(name).find())
        .distinct()
        .sorted()
        .toList();
  }

  private static Collection<RunResult> run(Settings settings, List<String> benches)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            // Before the benchmarks' own, which would be replaced if these were behind.
            .jvmArgsPrepend("--enable-native-access=ALL-UNNAMED")
            .shouldFailOnError(true);
    benches.forEach(name -> options.include("\\." + Pattern.quote(name) + "$"));
    settings.apply(options);
    return new Runner(options.build()).run();
  }

  /** JMH's own format, without the path of the JVM that ran. */
  private static void writeJson(Collection<RunResult> results, Path file) throws IOException {
    ResultFormatFactory.getInstance(ResultFormatType.JSON, file.toString()).writeOut(results);
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll("(\"jvm\" : )\"[^\"]*\"", "$1\"java\""));
  }
}
