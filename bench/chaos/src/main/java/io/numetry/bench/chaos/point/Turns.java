package io.numetry.bench.chaos.point;

/**
 * What the metrics of a core stand at after so many turns. A snapshot is taken between two turns,
 * so all of a core's series stand at the same number of them.
 */
public record Turns(long count) {
  /** Metrics and attributes by their names on the wire. */
  public static final String CORE = "chaos.core";

  public static final String TURNS = "chaos.work.turns";
  public static final String SHARES = "chaos.work.shares";
  public static final String BALANCE = "chaos.work.balance";
  public static final String LAST = "chaos.work.last";
  public static final String RESIDUE = "chaos.work.residue";
  public static final String STEP = "chaos.work.step";
  public static final String WIDTH = "chaos.work.width";
  public static final String VISITED = "chaos.visit.visited";

  /** One turn's part of {@link #SHARES}; eighths, so that sums are exact. */
  public static double share(long turn) {
    return (turn & 7) / 8.0;
  }

  /** One turn's part of {@link #BALANCE}. */
  public static long change(long turn) {
    return (turn & 1) == 0 ? 3 : -1;
  }

  public static long residue(long turn) {
    return turn & 255;
  }

  public static double step(long turn) {
    return (double) (turn & 15);
  }

  public static long width(long turn) {
    return turn & 1023;
  }

  public double shares() {
    return sumModulo(8) / 8.0;
  }

  public double balance() {
    return (double) (3 * ((count + 1) / 2) - count / 2);
  }

  public double residues() {
    return sumModulo(256);
  }

  public double steps() {
    return sumModulo(16);
  }

  public double widths() {
    return sumModulo(1024);
  }

  /** The sum of all turns' numbers modulo something. */
  private double sumModulo(long modulus) {
    long rest = count % modulus;
    return (double) (count / modulus * (modulus * (modulus - 1) / 2) + rest * (rest - 1) / 2);
  }
}
