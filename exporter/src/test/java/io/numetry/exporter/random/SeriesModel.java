package io.numetry.exporter.random;

import io.numetry.attribute.Attributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One series of a metric set, whoever records to it. */
final class SeriesModel {
  final LoadedSet set;
  final Attributes attributes;
  int registrations;
  @Nullable Ending ending;

  /** The last registration is gone, and some exporters have yet to export that. */
  static final class Ending {
    /** True if it went with its core: what it counted stays. */
    final boolean retired;

    final Set<WindowModel> valuesLeft;
    final Set<WindowModel> endLeft;

    Ending(boolean retired, Set<WindowModel> windows) {
      this.retired = retired;
      this.valuesLeft = new HashSet<>(windows);
      this.endLeft = new HashSet<>(windows);
    }
  }

  SeriesModel(LoadedSet set, Attributes attributes) {
    this.set = set;
    this.attributes = attributes;
  }

  @Override
  public String toString() {
    return set.spec().name() + attributes;
  }
}
