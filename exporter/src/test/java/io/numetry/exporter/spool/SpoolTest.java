package io.numetry.exporter.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.numetry.exporter.testkit.LogCapture;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spool's thread: tasks from many, run in order, all of them. */
class SpoolTest {
  @TempDir Path temp;

  private SpoolOptions options() {
    return TestSpool.small(temp.resolve("spool")).build();
  }

  @Test
  void shouldRunTasksOnItsThreadInOrder() throws Exception {
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    var threads = Collections.synchronizedSet(new HashSet<String>());
    try (Spool spool = Spool.open(options(), "numetry-spool-1")) {
      for (int i = 0; i < 500; i++) {
        int number = i;
        assertThat(
                spool.execute(
                    store -> {
                      ran.add(number);
                      threads.add(Thread.currentThread().getName());
                    }))
            .isTrue();
      }
    }
    assertThat(ran).hasSize(500).isSorted();
    assertThat(threads).containsExactly("numetry-spool-1");
  }

  @Test
  void shouldRunEachTaskOfManyThreadsOnceAndNoneThatWasRefused() throws Exception {
    int producers = 4;
    for (int round = 0; round < 20; round++) {
      var taken = new AtomicInteger();
      var ran = new AtomicInteger();
      Spool spool = Spool.open(options(), "numetry-spool-1");
      List<Thread> threads = new ArrayList<>();
      var started = new CountDownLatch(producers);
      for (int p = 0; p < producers; p++) {
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      started.countDown();
                      for (int i = 0; i < 3000; i++) {
                        if (spool.execute(store -> ran.incrementAndGet())) {
                          taken.incrementAndGet();
                        }
                      }
                    }));
      }
      started.await();
      spool.close(); // in their midst
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(ran.get()).isEqualTo(taken.get());
      assertThat(spool.execute(store -> ran.incrementAndGet())).isFalse();
    }
  }

  @Test
  void shouldRefuseWhatItCannotTake() throws Exception {
    var hold = new CountDownLatch(1);
    var ran = new AtomicInteger();
    try (Spool spool = Spool.open(options(), "numetry-spool-1")) {
      spool.execute(
          store -> {
            try {
              hold.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      int taken = 0;
      while (spool.execute(store -> ran.incrementAndGet())) {
        taken++;
      }
      assertThat(taken).isBetween(1023, 1024);
      hold.countDown();
    }
    assertThat(ran.get()).isBetween(1023, 1024);
  }

  @Test
  void shouldKeepFramesOverARestart() throws Exception {
    try (var arena = Arena.ofShared();
        Spool spool = Spool.open(options(), "numetry-spool-1")) {
      long address = arena.allocate(100).fill((byte) 7).address();
      var result = new CompletableFuture<AppendResult>();
      spool.execute(
          store ->
              result.complete(
                  store.append(address, 100, 4, System.currentTimeMillis() * 1_000_000, 1)));
      assertThat(result.get()).isEqualTo(AppendResult.STORED);
    }
    try (Spool spool = Spool.open(options(), "numetry-spool-1")) {
      assertThat(spool.statistics().recoveredPoints()).isEqualTo(4);
      var sequence = new CompletableFuture<Long>();
      spool.execute(
          store -> {
            SpooledFrame frame = store.peek();
            sequence.complete(frame == null ? -1 : frame.sequence());
            store.acknowledge();
          });
      assertThat(sequence.get()).isZero();
    }
  }

  @Test
  void shouldGoOnAfterATaskFailedAndAnInterrupt() throws Exception {
    var log = new LogCapture();
    try (Spool spool = Spool.open(options(), "numetry-spool-1")) {
      for (int i = 0; i < 3; i++) {
        spool.execute(
            store -> {
              throw new IllegalStateException("of the task");
            });
      }
      spool.execute(store -> Thread.currentThread().interrupt());
      var alive = new CompletableFuture<Boolean>();
      spool.execute(store -> alive.complete(store.peek() == null));
      assertThat(alive.get()).isTrue();
      assertThat(log.warnings()).containsExactly("WARNING spool: a task failed (told once)");
    } finally {
      log.close();
    }
    new TestSpool(options()).close();
  }

  /** An error that no task answers for ends the thread; nobody may wait for it in vain. */
  @Test
  void shouldTellTheRestOfTheEndOfItsThread() throws Exception {
    var hold = new CountDownLatch(1);
    List<Throwable> heard = Collections.synchronizedList(new ArrayList<>());
    var log = new LogCapture();
    Spool spool = Spool.open(options(), "numetry-spool-1");
    try {
      spool.execute(
          store -> {
            try {
              hold.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            throw new StackOverflowError("of the task");
          });
      for (int i = 0; i < 5; i++) {
        spool.execute(
            store -> {
              try {
                store.tick();
              } catch (IllegalStateException closed) {
                heard.add(closed);
                throw closed;
              }
            });
      }
      hold.countDown();
      spool.close();
      assertThat(heard).hasSize(5);
      assertThat(spool.execute(store -> {})).isFalse();
      assertThat(log.warnings()).contains("WARNING spool: a task failed (told once)");
    } finally {
      spool.close();
      log.close();
    }
    new TestSpool(options()).close(); // the folder is free again
  }

  @Test
  void shouldSayWhyItCannotBeOpened() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatExceptionOfType(SpoolException.class)
        .isThrownBy(() -> Spool.open(TestSpool.small(file).build(), "numetry-spool-1"))
        .withMessage("spool: folder=" + file + " is a file, write a folder");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("numetry-spool-1") && thread.isAlive());
  }
}
