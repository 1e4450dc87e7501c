package io.numetry.bench.support.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OthersWatchTest {
  @TempDir Path proc;

  @Test
  void readsTheTimesOfAProcessAndItsChildrenWhateverItIsCalled() throws IOException {
    Files.createDirectory(proc.resolve("17"));
    Files.writeString(
        proc.resolve("17/stat"),
        "17 (a) b (c) S 1 17 17 0 -1 4194560 1 2 3 4 100 20 3000 400 20 0 1 0 5 6 7\n");

    assertThat(OthersWatch.ticks(proc, 17)).isEqualTo(100 + 20 + 3000 + 400);
    assertThat(OthersWatch.ticks(proc, 18)).isZero();
  }

  @Test
  void whatOthersTookIsAShareOfAllAndNeverNegative() {
    assertThat(OthersWatch.share(150, 100, 200)).isEqualTo(25);
    assertThat(OthersWatch.share(90, 100, 200)).isZero();
    assertThat(OthersWatch.share(0, 0, 0)).isZero();
  }
}
