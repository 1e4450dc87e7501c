package io.numetry.bench.affinity.report;

import java.util.Locale;

/**
 * Colours of figures between a least and a greatest one, by their logarithms: pale yellow to dark
 * red, always darker, so that it also reads without colours.
 */
record HeatScale(double least, double greatest) {

  private static final double[][] STOPS = {
    {255, 247, 214}, {254, 217, 118}, {253, 141, 60}, {214, 39, 40}, {103, 0, 31}
  };

  /** Figures that differ by less than that have one colour. */
  private static final double SAME = 1.1;

  /** A luminance with the same contrast to black and to white. */
  private static final double AS_FAR_FROM_BOTH = 0.179;

  /** From 0 for the least to 1 for the greatest. */
  double position(double value) {
    if (least <= 0 || greatest <= least * SAME) {
      return 0;
    }
    return Math.clamp(Math.log(value / least) / Math.log(greatest / least), 0, 1);
  }

  String fill(double value) {
    return css(colour(position(value)));
  }

  /** Of text on that fill: black or white, whichever stands out more. */
  String ink(double value) {
    double[] c = colour(position(value));
    double luminance = 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
    return luminance > AS_FAR_FROM_BOTH ? "#000000" : "#ffffff";
  }

  /** Of sRGB, by the Web Content Accessibility Guidelines. */
  private static double linear(double channel) {
    double part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /** From 0, the least, to 1. */
  static String at(double position) {
    return css(colour(position));
  }

  private static double[] colour(double position) {
    double at = position * (STOPS.length - 1);
    int low = Math.min((int) at, STOPS.length - 2);
    double part = at - low;
    double[] mixed = new double[3];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = STOPS[low][i] + part * (STOPS[low + 1][i] - STOPS[low][i]);
    }
    return mixed;
  }

  private static String css(double[] c) {
    return String.format(
        Locale.ROOT, "#%02x%02x%02x", Math.round(c[0]), Math.round(c[1]), Math.round(c[2]));
  }
}
