package io.numetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a user of the exporter gets on the class path, and nothing else. */
class RuntimeClasspathTest {
  private static final Set<String> EXPECTED =
      Set.of(
          "asm",
          "asm-analysis",
          "asm-commons",
          "asm-tree",
          "asm-util",
          "chronicle-bytes",
          "chronicle-core",
          "jffi",
          "jnr-a64asm",
          "jnr-ffi",
          "jnr-x86asm",
          "jspecify",
          "netty-buffer",
          "netty-codec-base",
          "netty-codec-compression",
          "netty-codec-http",
          "netty-codec-http2",
          "netty-common",
          "netty-handler",
          "netty-resolver",
          "netty-transport",
          "netty-transport-native-unix-common",
          "numetry-engine",
          "numetry-numa",
          "posix",
          "slf4j-api");

  @Test
  void shouldHoldNothingUnexpected() throws IOException {
    String classpath = Files.readString(Path.of("target/runtime-classpath.txt"));
    var artifacts = new TreeSet<String>();
    for (String entry : classpath.strip().split(":", -1)) {
      artifacts.add(artifact(Path.of(entry)));
    }
    assertThat(artifacts).containsExactlyInAnyOrderElementsOf(EXPECTED);
  }

  /** Of a jar its name without the version; of a module's class folder the module's artifact. */
  private static String artifact(Path entry) {
    String file = entry.getFileName().toString();
    if (file.equals("classes")) {
      String module = entry.getParent().getParent().getFileName().toString();
      return module.equals("numa-binding") ? "numetry-numa" : "numetry-" + module;
    }
    String[] parts = file.split("-(?=[0-9])", 2);
    assertThat(parts).as("name and version in %s", Arrays.toString(parts)).hasSize(2);
    return parts[0];
  }
}
