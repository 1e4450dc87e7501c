package io.numetry.codegen.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Holds all sound sets of a compilation against the {@link Rule}s that look at more than one set,
 * or at what was there before.
 */
public final class CompilationValidator {
  private CompilationValidator() {}

  /** Names that several sets want, and metrics that took others' place. */
  public static List<Diagnostic> validate(Collection<ValidSet> sets) {
    List<LiveMetric> metrics = LiveMetric.of(sets);
    List<Diagnostic> diagnostics = new ArrayList<>();
    NameClashRules.check(sets, metrics, diagnostics);
    SuccessionRules.check(metrics, diagnostics);
    return diagnostics;
  }

  /**
   * What became of the metrics of a baseline.
   *
   * @param path of the baseline, for messages
   * @param lines of the baseline
   */
  public static List<Diagnostic> validate(
      Collection<ValidSet> sets, String path, List<String> lines) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    Baseline baseline = Baseline.read(path, lines, diagnostics);
    BaselineRules.check(path, baseline, LiveMetric.of(sets), diagnostics);
    return diagnostics;
  }
}
