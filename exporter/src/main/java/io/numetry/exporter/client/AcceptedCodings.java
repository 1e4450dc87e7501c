package io.numetry.exporter.client;

import io.numetry.exporter.config.Compression;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codings that a destination says it takes, by RFC 9110, 12.5.3, or by gRPC's "Compression",
 * whose list is the same without weights.
 */
public final class AcceptedCodings {
  private static final String ANY = "*";

  private final Map<String, Boolean> taken;

  private AcceptedCodings(Map<String, Boolean> taken) {
    this.taken = taken;
  }

  /**
   * Reads them.
   *
   * @param fields of one name; none mean that nothing is said, an empty one that no coding is taken
   */
  public static @Nullable AcceptedCodings of(List<String> fields) {
    if (fields.isEmpty()) {
      return null;
    }
    Map<String, Boolean> taken = new HashMap<>();
    for (String field : fields) {
      for (String element : field.split(",", -1)) {
        read(element, taken);
      }
    }
    return new AcceptedCodings(taken);
  }

  private static void read(String element, Map<String, Boolean> taken) {
    String[] parts = element.toLowerCase(Locale.ROOT).split(";", -1);
    String coding = parts[0].strip();
    if (coding.isEmpty()) {
      return;
    }
    boolean isTaken = true;
    for (int i = 1; i < parts.length; i++) {
      // A weight of 0 is "not acceptable"; it may have up to three decimals.
      isTaken &= !parts[i].strip().matches("q\\s*=\\s*0(\\.0{0,3})?");
    }
    taken.put(coding.equals("x-gzip") ? "gzip" : coding, isTaken);
  }

  /** What is not compressed is always taken: there is nothing that could be sent instead. */
  public boolean takes(Compression compression) {
    return compression == Compression.NONE
        || taken.getOrDefault(compression.toString(), taken.getOrDefault(ANY, false));
  }
}
