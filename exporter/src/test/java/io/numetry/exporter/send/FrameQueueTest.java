package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.send.FrameQueue.Entry;
import io.numetry.exporter.testkit.TestNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameQueueTest {
  private final FrameQueue queue = new FrameQueue();
  private final FramePool one = new FramePool(new TestNode(), frame -> {}, 1 << 16);
  private final FramePool other = new FramePool(new TestNode(), frame -> {}, 1 << 16);

  @AfterEach
  void free() {
    queue.settleWaiting();
    one.close();
    other.close();
  }

  /** Hands a collection of so many frames over. */
  private List<Frame> collect(FramePool pool, int frames) {
    List<Frame> collected = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      Frame frame = pool.take();
      frame.finish(10, i + 1);
      collected.add(frame);
    }
    pool.collected(collected);
    collected.forEach(queue::add);
    return collected;
  }

  private @Nullable Frame next() {
    Entry entry = queue.next();
    if (entry == null) {
      return null;
    }
    inFlight.put(entry.frame, entry);
    return entry.frame;
  }

  private final Map<Frame, Entry> inFlight = new HashMap<>();

  private Entry landed(Frame frame) {
    Entry entry = inFlight.remove(frame);
    assertThat(entry).isNotNull();
    return entry;
  }

  @Test
  void shouldSendTheFramesOfACollectionTogetherButNotTheNext() {
    List<Frame> first = collect(one, 2);
    List<Frame> second = collect(one, 1);
    assertThat(next()).isSameAs(first.get(0));
    assertThat(next()).isSameAs(first.get(1));
    assertThat(next()).as("the next collection has the same series").isNull();
    queue.settle(landed(first.get(1)));
    assertThat(next()).isNull();
    assertThat(one.collectionsUnsettled()).isEqualTo(2);
    queue.settle(landed(first.get(0)));
    assertThat(one.collectionsUnsettled()).isEqualTo(1);
    assertThat(next()).isSameAs(second.get(0));
    queue.settle(landed(second.get(0)));
    assertThat(one.collectionsUnsettled()).isZero();
    assertThat(queue.size()).isZero();
  }

  @Test
  void shouldNotLetANodeWaitForAnother() {
    List<Frame> first = collect(one, 1);
    List<Frame> second = collect(one, 1);
    List<Frame> others = collect(other, 1);
    assertThat(next()).isSameAs(first.getFirst());
    assertThat(next()).isSameAs(others.getFirst());
    assertThat(next()).isNull();
    queue.settle(landed(first.getFirst()));
    assertThat(next()).isSameAs(second.getFirst());
    queue.settle(landed(others.getFirst()));
    queue.settle(landed(second.getFirst()));
  }

  @Test
  void shouldSendAgainBeforeWhatCameLater() {
    List<Frame> first = collect(one, 2);
    List<Frame> second = collect(one, 1);
    next();
    next();
    queue.settle(landed(first.get(1)));
    queue.putBack(landed(first.get(0)));
    assertThat(next()).isSameAs(first.get(0));
    assertThat(next()).isNull();
    queue.settle(landed(first.get(0)));
    assertThat(next()).isSameAs(second.get(0));
    queue.settle(landed(second.get(0)));
  }

  @Test
  void shouldTellWhenAllThatHadArrivedIsSettled() {
    List<String> told = new ArrayList<>();
    queue.whenSettled(() -> told.add("nothing"));
    assertThat(told).containsExactly("nothing");
    Frame early = collect(one, 1).getFirst();
    queue.whenSettled(() -> told.add("early"));
    Frame late = collect(other, 1).getFirst();
    queue.whenSettled(() -> told.add("late"));
    Runnable forgotten = () -> told.add("forgotten");
    queue.whenSettled(forgotten);
    queue.forget(forgotten);
    next();
    next();
    queue.settle(landed(late));
    assertThat(told).as("what came later does not count").containsExactly("nothing");
    queue.settle(landed(early));
    assertThat(told).containsExactly("nothing", "early", "late");
  }

  /** Whatever answers come in whatever order: no series is overtaken, and nothing gets lost. */
  @Test
  void shouldKeepTheOrderOfEachNodeWhateverHappens() {
    long seed = Long.getLong("numetry.test.seed", System.nanoTime());
    System.out.println("queue: -Dnumetry.test.seed=" + seed);
    var random = new Random(seed);
    Map<FramePool, Long> settledUpTo = new HashMap<>();
    long points = 0;
    long settledPoints = 0;
    List<Frame> flying = new ArrayList<>();
    for (int turn = 0; turn < 20_000; turn++) {
      switch (random.nextInt(4)) {
        case 0 -> {
          FramePool pool = random.nextBoolean() ? one : other;
          if (pool.collectionsUnsettled() < 3) {
            for (Frame frame : collect(pool, 1 + random.nextInt(4))) {
              points += frame.points();
            }
          }
        }
        case 1 -> {
          Frame frame = next();
          if (frame != null) {
            for (Frame beside : flying) {
              assertThat(beside.pool() != frame.pool() || beside.collection() == frame.collection())
                  .as("seed %d turn %d", seed, turn)
                  .isTrue();
            }
            assertThat(frame.collection())
                .isGreaterThanOrEqualTo(settledUpTo.getOrDefault(frame.pool(), 0L));
            settledUpTo.put(frame.pool(), frame.collection());
            flying.add(frame);
          }
        }
        default -> {
          if (!flying.isEmpty()) {
            Frame frame = flying.remove(random.nextInt(flying.size()));
            if (random.nextInt(3) == 0) {
              queue.putBack(landed(frame));
            } else {
              settledPoints += frame.points();
              queue.settle(landed(frame));
            }
          }
        }
      }
    }
    for (Frame frame : flying) {
      settledPoints += frame.points();
      queue.settle(landed(frame));
    }
    settledPoints += queue.waitingPoints();
    queue.settleWaiting();
    assertThat(settledPoints).isEqualTo(points).isPositive();
    assertThat(queue.size()).isZero();
    assertThat(one.collectionsUnsettled() + other.collectionsUnsettled()).isZero();
  }
}
