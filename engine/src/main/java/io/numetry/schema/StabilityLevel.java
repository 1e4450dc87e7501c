package io.numetry.schema;

import java.util.Locale;

/**
 * What users of a metric may rely on; the levels of the semantic conventions ("Semantic conventions
 * stability"). A stable metric keeps its name, unit, kind, value type and attribute keys.
 */
public enum StabilityLevel {
  DEVELOPMENT,
  ALPHA,
  BETA,
  RELEASE_CANDIDATE,
  STABLE;

  /** The level as schemas write it, say {@code release_candidate}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
