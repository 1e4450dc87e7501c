package io.numetry.codegen.read;

/** Whether a declaration is deprecated, and how strongly. */
public enum Deprecation {
  NONE,
  DEPRECATED,
  FOR_REMOVAL
}
