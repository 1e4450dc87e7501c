package io.numetry.codegen.read;

/** What sort of method an interface declares. */
public enum MethodForm {
  ABSTRACT,
  DEFAULT,
  STATIC,
  PRIVATE
}
