package io.numetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a user of numetry-engine gets on the class path: nothing of Netty, Chronicle or protobuf.
 */
class RuntimeClasspathTest {

  @Test
  void theEngineBringsTheNumaBindingAndNothingElse() throws IOException {
    String classpath = Files.readString(Path.of("target/runtime-classpath.txt"));
    List<String> artifacts =
        Arrays.stream(classpath.strip().split(File.pathSeparator))
            .map(RuntimeClasspathTest::artifact)
            .sorted()
            .toList();
    assertThat(artifacts)
        .containsExactly(
            "asm",
            "asm-analysis",
            "asm-commons",
            "asm-tree",
            "asm-util",
            "jffi",
            "jffi",
            "jnr-a64asm",
            "jnr-ffi",
            "jnr-x86asm",
            "jspecify",
            "numetry-numa");
  }

  /** The file's name less its version; in a reactor build our own modules are class folders. */
  private static String artifact(String entry) {
    if (entry.contains("numa-binding") || entry.contains("numetry-numa")) {
      return "numetry-numa";
    }
    return Path.of(entry).getFileName().toString().replaceFirst("-\\d.*$", "");
  }
}
