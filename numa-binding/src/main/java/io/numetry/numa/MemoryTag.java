package io.numetry.numa;

/** What native memory is for; {@link MemoryLedger} keeps one balance a tag. */
public record MemoryTag(String name) {
  public MemoryTag {
    if (name.isBlank()) {
      throw new IllegalArgumentException("memory tag: name is blank");
    }
  }
}
