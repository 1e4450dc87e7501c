package io.numetry.bench.jmh;

import io.numetry.exporter.spool.AppendResult;
import io.numetry.exporter.spool.Spool;
import io.numetry.exporter.spool.SpoolException;
import io.numetry.exporter.spool.SpoolOptions;
import io.numetry.exporter.spool.SpoolStore;
import io.numetry.exporter.spool.SpoolSync;
import io.numetry.exporter.spool.SpoolTask;
import io.numetry.exporter.spool.SpooledFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a frame costs on its way through the spool, by when it is forced to the device; beside the
 * copy of its bytes, and beside what a thread pays that hands a task over. Segments that are full,
 * and the room that is made for new ones, are in the samples.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--enable-native-access=ALL-UNNAMED",
      "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
    })
public class SpoolBench {

  /** A folder on the disk that java.io.tmpdir is on. */
  @State(Scope.Benchmark)
  public static class Folder {
    Path path;

    @Setup
    public void make() throws IOException {
      path = Files.createTempDirectory("numetry-spool-bench");
    }

    @TearDown
    public void delete() throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        files
            .sorted(Comparator.reverseOrder())
            .forEach(
                file -> {
                  try {
                    Files.delete(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
    }
  }

  /** A spool to which nobody listens: once it is full, each new segment drops the oldest. */
  @State(Scope.Benchmark)
  public static class Store {
    @Param({"10000", "1000000"})
    int frameBytes;

    @Param({"NONE", "SEGMENT", "INTERVAL", "RECORD"})
    SpoolSync sync;

    Arena arena;
    MemorySegment frame;
    MemorySegment copy;
    SpoolStore store;

    @Setup
    public void open(Folder folder) throws SpoolException {
      arena = Arena.ofShared();
      frame = arena.allocate(frameBytes, 64).fill((byte) 42);
      copy = arena.allocate(frameBytes, 64);
      store =
          SpoolStore.open(SpoolOptions.builder(folder.path).maxBytes(256 << 20).sync(sync).build());
    }

    @TearDown
    public void close() {
      store.close();
      arena.close();
    }

    AppendResult append() {
      return store.append(
          frame.address(), frameBytes, 100, System.currentTimeMillis() * 1_000_000, 0);
    }
  }

  @Benchmark
  public AppendResult append(Store s) {
    AppendResult result = s.append();
    s.store.tick();
    return result;
  }

  @Benchmark
  public AppendResult appendAndTake(Store s) {
    AppendResult result = s.append();
    SpooledFrame frame = s.store.peek();
    if (frame != null) {
      s.store.acknowledge();
    }
    return result;
  }

  /** The baseline. */
  @Benchmark
  public MemorySegment copy(Store s) {
    return s.copy.copyFrom(s.frame);
  }

  /** The spool's thread, which has nothing else to do. */
  @State(Scope.Benchmark)
  public static class Idle {
    final SpoolTask task = store -> {};
    Spool spool;

    @Setup
    public void open(Folder folder) throws SpoolException {
      spool = Spool.open(SpoolOptions.builder(folder.path).build(), "numetry-spool-bench");
    }

    @TearDown
    public void close() {
      spool.close();
    }
  }

  /** The caller's part of a hand-over, waking the spool's thread where that sleeps. */
  @Benchmark
  public boolean handOver(Idle s) {
    return s.spool.execute(s.task);
  }
}
