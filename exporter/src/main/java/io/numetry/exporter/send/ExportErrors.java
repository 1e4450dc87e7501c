package io.numetry.exporter.send;

import io.numetry.self.ExportError;
import io.numetry.self.ExporterMetricsSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which {@link ExportError} a status is, and what each is on the wire. */
final class ExportErrors {
  /** Without a copy for each use. */
  static final List<ExportError> ALL = List.of(ExportError.values());

  private static final Map<String, ExportError> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  /** As the schema has them compiled. */
  private static final List<String> IDS =
      ExporterMetricsSet.DESCRIPTOR.instruments().stream()
          .flatMap(instrument -> instrument.dimensions().stream())
          .filter(dimension -> dimension.size() == ALL.size())
          .findFirst()
          .orElseThrow()
          .values();

  private ExportErrors() {}

  static ExportError ofHttp(int status) {
    return BY_NAME.getOrDefault("HTTP_" + status, ExportError.OTHER);
  }

  /**
   * Of a gRPC status.
   *
   * @param name in capitals
   */
  static ExportError ofGrpc(String name) {
    return BY_NAME.getOrDefault("GRPC_" + name, ExportError.OTHER);
  }

  /** Its value as an attribute. */
  static String id(ExportError error) {
    return IDS.get(ALL.indexOf(error));
  }
}
