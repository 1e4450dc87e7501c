package io.numetry.exporter.random;

import io.numetry.attribute.Attributes;
import java.util.List;
import java.util.Random;

/** What registrations are told apart by: a few choices, so that some share a series. */
final class MadeAttributes {
  private static final List<Attributes> CHOICES =
      List.of(
          Attributes.empty(),
          Attributes.of("lane", "a"),
          Attributes.of("lane", "b", "größe", "ü"),
          Attributes.builder().put("lane", 7).put("open", true).put("ratio", -0.0).build(),
          Attributes.builder()
              .put("names", "x", "", "y")
              .put("numbers", 1L, -1L, Long.MIN_VALUE)
              .put("flags", true, false)
              .put("ratios", 0.5, Double.NaN)
              .put("raw", new byte[] {0, -1})
              .put("nested", Attributes.builder().put("deep", Attributes.of("k", "v")).build())
              .build());

  private MadeAttributes() {}

  static Attributes next(Random random) {
    return CHOICES.get(random.nextInt(CHOICES.size()));
  }
}
