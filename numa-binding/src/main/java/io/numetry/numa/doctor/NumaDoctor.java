package io.numetry.numa.doctor;

import io.numetry.numa.NumaSystem;
import io.numetry.numa.PlacementException;
import io.numetry.numa.placed.PlacedProcess;
import io.numetry.numa.placed.PlacementFile;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlacementStrategy;
import io.numetry.numa.topology.HostTopology;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells on the command line what a host is made of, where cores would be put, and what would
 * disturb them; or whether what a running process has placed is still there.
 */
public final class NumaDoctor {

  static final int AS_WANTED = 0;
  static final int WARNINGS = 1;
  static final int BAD_ARGUMENTS = 2;

  private static final Path REAL_ROOT = Path.of("/");

  /** Whoever plans for another host by this property wants to hear of that one. */
  private static final String ROOT_PROPERTY = "numetry.numa.sysfs.root";

  private NumaDoctor() {}

  /** Ends the process with the status that {@link Arguments#USAGE} tells of. */
  public static void main(String[] args) {
    int status = run(args, System.out, System.err);
    System.out.flush();
    System.exit(status);
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    Arguments arguments;
    try {
      String root = System.getProperty(ROOT_PROPERTY, "");
      arguments = Arguments.parse(args, root.isBlank() ? REAL_ROOT : Path.of(root));
    } catch (IllegalArgumentException e) {
      err.println("numa-doctor: " + e.getMessage() + "; --help tells what to write");
      return BAD_ARGUMENTS;
    }
    if (arguments.help()) {
      out.print(Arguments.USAGE);
      return AS_WANTED;
    }
    if (arguments.placement().isPresent()) {
      return placement(arguments, arguments.placement().get(), out, err);
    }
    Report report = report(arguments);
    out.print(arguments.json() ? ReportJson.of(report) : ReportText.of(report));
    return report.status();
  }

  private static int placement(Arguments arguments, Path file, PrintStream out, PrintStream err) {
    PlacedProcess process;
    try {
      process = PlacementFile.read(file);
    } catch (IOException e) {
      err.println("numa-doctor: --placement " + file + " cannot be read: " + e);
      return BAD_ARGUMENTS;
    } catch (IllegalArgumentException e) {
      err.println("numa-doctor: --placement: " + e.getMessage());
      return BAD_ARGUMENTS;
    }
    String stale = process.staleBecause(arguments.root()).orElse("");
    if (!stale.isEmpty()) {
      err.println("numa-doctor: --placement " + file + " is stale: " + stale + "; remove it");
      return BAD_ARGUMENTS;
    }
    var report =
        PlacementReport.ofProcess(process, HostTopology.read(arguments.root()), arguments.root());
    out.print(arguments.json() ? report.toJson() : report.toString());
    return report.status();
  }

  private static Report report(Arguments arguments) {
    Path root = arguments.root();
    boolean real = root.equals(REAL_ROOT);
    HostTopology host = real ? NumaSystem.system().topology().host() : HostTopology.read(root);
    List<Finding> findings = new ArrayList<>();
    Optional<PlacementPlan> plan = Optional.empty();
    try {
      plan =
          Optional.of(PlacementPlan.of(arguments.request(), host, PlacementStrategy.numaPacking()));
    } catch (PlacementException e) {
      findings.add(
          Finding.warning(
              "plan",
              "none, " + e.getMessage(),
              "ask for what can be had by --cores, or allow the process more"));
    }
    findings.addAll(
        plan.map(made -> HostFindings.of(host, root, made))
            .orElseGet(() -> HostFindings.of(host, root)));
    if (real) {
      findings.addAll(HostFindings.ofProcess(NumaSystem.system()));
    } else {
      findings.add(
          Finding.unknown(
              "libnuma, memory binding, page location", root + " stands in for the host"));
    }
    return new Report(root, host, plan, List.copyOf(findings));
  }
}
