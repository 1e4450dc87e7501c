package io.numetry.schema;

import java.util.Arrays;
import java.util.Locale;

/**
 * How much of a schema a process records. An instrument says which level it belongs to; the system
 * property {@code numetry.detail} ({@code none}, {@code basic}, {@code normal}, {@code detailed};
 * {@code normal} by default) says up to which level is recorded. Generated code holds the answer in
 * a static constant, so that what is not recorded is not compiled.
 */
public enum DetailLevel {
  BASIC(1),
  NORMAL(2),
  DETAILED(3);

  /** The property that chooses. */
  public static final String PROPERTY = "numetry.detail";

  private static final String NONE = "none";

  /** Levels up to this rank are recorded. */
  private static final int RECORDED_RANK = recordedRank(System.getProperty(PROPERTY, ""));

  private final int rank;

  DetailLevel(int rank) {
    this.rank = rank;
  }

  /** True if this process records instruments of this level. */
  public boolean isRecorded() {
    return rank <= RECORDED_RANK;
  }

  /** The level as configuration writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static int recordedRank(String value) {
    if (value.isEmpty()) {
      return NORMAL.rank;
    }
    if (value.equals(NONE)) {
      return 0;
    }
    for (DetailLevel level : values()) {
      if (level.id().equals(value)) {
        return level.rank;
      }
    }
    System.getLogger(DetailLevel.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "{0}={1} is no level of detail, normal is used; write none or one of {2}",
            PROPERTY,
            value,
            Arrays.stream(values()).map(DetailLevel::id).toList());
    return NORMAL.rank;
  }
}
