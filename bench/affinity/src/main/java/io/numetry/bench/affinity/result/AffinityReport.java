package io.numetry.bench.affinity.result;

import java.util.List;

/**
 * The whole report: what is written as JSON, and what the page is made of.
 *
 * @param format always {@link #FORMAT}
 * @param version of the shape: members may come with no new one, none goes without one
 * @param verdict the one sentence to read
 */
public record AffinityReport(
    String format,
    int version,
    AffinityResult result,
    String verdict,
    List<Finding> findings,
    Recommendation recommendation) {

  public static final String FORMAT = "numetry-affinity";
  public static final int VERSION = 1;

  public AffinityReport {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException(
          "report: format=\"" + format + "\" is none of this bench, which writes " + FORMAT);
    }
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "report: version=" + version + " cannot be read here, only " + VERSION);
    }
    findings = List.copyOf(findings);
  }
}
