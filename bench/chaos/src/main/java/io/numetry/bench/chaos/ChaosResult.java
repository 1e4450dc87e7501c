package io.numetry.bench.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run came to.
 *
 * @param account figures, a line each
 * @param findings what differs, a line each; none if all is well
 */
public record ChaosResult(long seed, List<String> account, List<String> findings) {

  public ChaosResult {
    account = List.copyOf(account);
    findings = List.copyOf(findings);
  }

  boolean isGood() {
    return findings.isEmpty();
  }

  /** All of it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(account);
    lines.addAll(findings);
    lines.add(
        isGood()
            ? "good: every point is accounted for, seed " + seed
            : "BAD: see above; again with --seed " + seed);
    return lines;
  }
}
