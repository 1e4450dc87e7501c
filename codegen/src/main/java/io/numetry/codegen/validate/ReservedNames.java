package io.numetry.codegen.validate;

import io.numetry.schema.ReservedKeys;
import java.util.List;
import java.util.Set;

/** Names that are others' to give. */
final class ReservedNames {
  private static final List<String> NAMESPACES = List.of("otel", "numetry");

  /** What Prometheus puts on points itself. */
  private static final Set<String> KEYS = Set.of("le", "quantile", "job", "instance");

  /** What describes the process and all that it is part of: resources say it, once. */
  private static final List<String> RESOURCE_NAMESPACES =
      List.of(
          "service",
          "telemetry",
          "deployment",
          "host",
          "os",
          "process",
          "container",
          "k8s",
          "cloud",
          "faas");

  private ReservedNames() {}

  static boolean isOthersNamespace(String name) {
    return NAMESPACES.stream().anyMatch(each -> isIn(each, name));
  }

  static boolean isOthersKey(String key) {
    return KEYS.contains(key) || ReservedKeys.contains(key);
  }

  static boolean isResourceKey(String key) {
    return RESOURCE_NAMESPACES.stream().anyMatch(each -> isIn(each, key));
  }

  private static boolean isIn(String namespace, String name) {
    return name.equals(namespace) || name.startsWith(namespace + ".");
  }
}
