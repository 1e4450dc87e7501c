package io.numetry.bench.suite.judge;

import io.numetry.bench.suite.rows.Row;
import java.util.List;
import java.util.Optional;

/**
 * A row with its figures.
 *
 * @param base empty if it stands alone
 * @param ratio ours to the baseline; NaN if it stands alone
 * @param ratioError relative to the ratio; NaN if it is not known
 * @param limits each with the figure that is to be within it
 * @param allocated bytes an operation; NaN if it was not counted
 * @param withinError true if what is said of the limit would be otherwise for a figure of ours that
 *     differs by no more than the error
 * @param peers those that were measured
 */
public record Judged(
    Row row,
    Score ours,
    Optional<Score> base,
    double ratio,
    double ratioError,
    List<Held> limits,
    double allocated,
    Standing standing,
    boolean withinError,
    List<JudgedPeer> peers) {
  public Judged {
    limits = List.copyOf(limits);
    peers = List.copyOf(peers);
  }

  /** Whether it keeps its limit, and whether another run may say otherwise. */
  public String met() {
    return standing.text() + (withinError ? ", within error" : "");
  }

  /** Whether a row keeps a limit. */
  public enum Standing {
    /** It has none. */
    SHOWN("-"),
    MET("yes"),
    MISSED("NO");

    private final String text;

    Standing(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** A limit and what was held against it. */
  public record Held(String limit, double figure) {}

  /**
   * A peer's figure.
   *
   * @param ratio how many times ours it is
   * @param ratioError relative to the ratio; NaN if it is not known
   */
  public record JudgedPeer(Row.Peer peer, Score score, double ratio, double ratioError) {}
}
