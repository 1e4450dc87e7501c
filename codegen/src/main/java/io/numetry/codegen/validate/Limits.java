package io.numetry.codegen.validate;

/**
 * What a compilation may choose of the rules.
 *
 * @param maxCombinations of the attributes' values of one instrument
 * @param reservedAllowed true if names in others' namespaces are no fault
 */
public record Limits(int maxCombinations, boolean reservedAllowed) {
  /** Without a choice. */
  public static final Limits DEFAULT = new Limits(2000, false);
}
