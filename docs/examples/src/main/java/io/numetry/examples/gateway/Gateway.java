package io.numetry.examples.gateway;

import io.numetry.CoreOptions;
import io.numetry.Telemetry;
import io.numetry.examples.gateway.wire.Line;
import io.numetry.examples.gateway.wire.SpscRing;
import io.numetry.examples.reconcile.Recorded;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/**
 * A message gateway on pinned cores. There are as many lanes as cores; a lane's receiver, parser
 * and sender lie on three successive cores, so that every message crosses from core to core and all
 * cores have the same to do.
 *
 * <p>Threads: that of whoever runs it; the cores' threads are its own.
 */
public final class Gateway {
  private static final int RING_SLOTS = 4096;
  private static final long SEED = 20_260_101;

  private final Arena arena = Arena.ofShared();
  private final Phase phase = new Phase();
  private final List<CoreLoop> loops = new ArrayList<>();
  private final List<Sender> senders = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * With everything recorded counted a second time.
   *
   * @param places where each core is to be
   * @param framesPerSecond for each lane
   */
  public Gateway(Telemetry telemetry, List<CoreOptions> places, long framesPerSecond) {
    this(Instrumentation.counted(telemetry), places, framesPerSecond);
  }

  /**
   * With as much of telemetry as is given.
   *
   * @param places where each core is to be
   * @param framesPerSecond for each lane
   */
  public Gateway(Instrumentation instrumentation, List<CoreOptions> places, long framesPerSecond) {
    int cores = places.size();
    List<List<Role>> roles = new ArrayList<>();
    for (int core = 0; core < cores; core++) {
      roles.add(new ArrayList<>());
    }
    for (int lane = 0; lane < cores; lane++) {
      var toParser = new SpscRing(arena, RING_SLOTS);
      var toSender = new SpscRing(arena, RING_SLOTS);
      var line = new Line(SEED + lane, framesPerSecond, System.nanoTime());
      roles.get(lane).add(new Receiver(lane, line, toParser));
      roles.get((lane + 1) % cores).add(new Parser(lane, toParser, toSender));
      var sender = new Sender(lane, toSender);
      senders.add(sender);
      roles.get((lane + 2) % cores).add(sender);
    }
    for (int core = 0; core < cores; core++) {
      String name = "gateway-" + core;
      var options = places.get(core).named(name);
      var loop = new CoreLoop(instrumentation, options, roles.get(core), phase);
      loops.add(loop);
      threads.add(new Thread(loop, name));
    }
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  /** Throws what a core has failed of, if one has. */
  public void check() {
    phase.check();
  }

  /** Any thread: frames that went all the way through. */
  public long sent() {
    return senders.stream().mapToLong(Sender::sent).sum();
  }

  /** Takes no more messages; those on their way go through, then the cores end. */
  public void drain() {
    phase.drain();
  }

  /**
   * Waits for the cores to end.
   *
   * @return what they recorded, by their own count
   * @throws RuntimeException if a core failed
   */
  public Recorded join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    arena.close();
    phase.check();
    var recorded = new Recorded();
    loops.forEach(loop -> loop.into(recorded));
    return recorded;
  }
}
