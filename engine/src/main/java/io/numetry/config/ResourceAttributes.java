package io.numetry.config;

import io.numetry.attribute.Attributes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The resource as the environment describes it, see the specification's "Resource SDK". */
public final class ResourceAttributes {
  public static final String SERVICE_NAME = "service.name";
  private static final String VARIABLE = "OTEL_RESOURCE_ATTRIBUTES";

  private ResourceAttributes() {}

  /** What every Numetry resource has: the SDK's name, and a service name for want of a better. */
  public static Attributes defaults(String version) {
    return Attributes.builder()
        .put("telemetry.sdk.name", "numetry")
        .put("telemetry.sdk.language", "java")
        .put("telemetry.sdk.version", version)
        .put(SERVICE_NAME, "unknown_service:java")
        .build();
  }

  /**
   * {@code OTEL_RESOURCE_ATTRIBUTES} ({@code key=value,key=value}, percent-encoded) and {@code
   * OTEL_SERVICE_NAME}, which wins. An attribute list that cannot be decoded is ignored as a whole.
   */
  public static Attributes fromEnvironment(Environment environment) {
    Attributes.Builder attributes = Attributes.builder();
    Attributes listed =
        environment
            .string(VARIABLE)
            .map(list -> parse(list, environment))
            .orElse(Attributes.empty());
    Optional<String> serviceName = environment.string("OTEL_SERVICE_NAME");
    serviceName.ifPresent(name -> attributes.put(SERVICE_NAME, name));
    return listed.with(attributes.build());
  }

  private static Attributes parse(String list, Environment environment) {
    Attributes.Builder attributes = Attributes.builder();
    for (String pair : list.split(",", -1)) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      try {
        if (equals <= 0) {
          throw new IllegalArgumentException("no key in " + pair);
        }
        attributes.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        environment.ignored(
            VARIABLE, list, "write key=value,key=value, percent-encoded (" + e.getMessage() + ")");
        return Attributes.empty();
      }
    }
    return attributes.build();
  }

  /** Percent-decoding, strict: a plus sign is a plus sign, and what is not UTF-8 is an error. */
  private static String decode(String text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(text.strip());
    ByteBuffer decoded = ByteBuffer.allocate(encoded.remaining());
    while (encoded.hasRemaining()) {
      byte next = encoded.get();
      decoded.put(next == '%' ? escaped(encoded, text) : next);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("no UTF-8 in " + text, e);
    }
  }

  private static byte escaped(ByteBuffer encoded, String text) {
    int high = encoded.remaining() < 2 ? -1 : Character.digit(encoded.get(), 16);
    int low = high < 0 ? -1 : Character.digit(encoded.get(), 16);
    if (low < 0) {
      throw new IllegalArgumentException("no two hexadecimal digits after % in " + text);
    }
    return (byte) (high << 4 | low);
  }
}
