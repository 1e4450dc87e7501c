package io.numetry.exporter.client;

import io.netty.handler.codec.http.FullHttpResponse;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.send.Verdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of how requests may be compressed.
 *
 * @param refuses whether the request was refused for its compression, and not for what it carries
 * @param accepted null if the answer does not tell
 */
public record CodingAnswer(boolean refuses, @Nullable AcceptedCodings accepted) {

  /** Reads it from an answer: a part of each protocol. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads it.
     *
     * @param verdict what the answer means for the request
     * @param sent how the request was compressed; never {@link Compression#NONE}
     */
    CodingAnswer read(FullHttpResponse response, Verdict verdict, Compression sent);
  }

  /**
   * By what the answer lists, or, if it lists nothing, by what it is.
   *
   * @param fields that list codings, of one name
   * @param refusesIfUnlisted whether it refuses the compression if that is not in its list
   * @param refusesWithoutList whether it refuses the compression if it has no list
   */
  public static CodingAnswer of(
      List<String> fields,
      Compression sent,
      boolean refusesIfUnlisted,
      boolean refusesWithoutList) {
    AcceptedCodings accepted = AcceptedCodings.of(fields);
    boolean refuses =
        accepted == null ? refusesWithoutList : refusesIfUnlisted && !accepted.takes(sent);
    return new CodingAnswer(refuses, accepted);
  }

  /** Whether a refusal's words name the compression. */
  public static boolean isNamed(Verdict verdict, Compression sent) {
    return verdict instanceof Verdict.Refused refused
        && refused.message().toLowerCase(Locale.ROOT).contains(sent.toString());
  }

  /** Whether it lists codings, and not this one. */
  boolean excludes(Compression sent) {
    return accepted != null && !accepted.takes(sent);
  }

  /** What to send instead; less compressed than what was sent. */
  Compression insteadOf(Compression sent) {
    return sent == Compression.ZSTD && (accepted == null || accepted.takes(Compression.GZIP))
        ? Compression.GZIP
        : Compression.NONE;
  }
}
