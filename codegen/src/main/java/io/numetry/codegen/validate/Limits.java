package io.numetry.codegen.validate;

/**
 * What a compilation may choose of the rules.
 *
 * @param maxCombinations of the attributes' values of one instrument
 */
public record Limits(int maxCombinations) {
  /** Without a choice. */
  public static final Limits DEFAULT = new Limits(2000);
}
