package io.numetry.exporter.testkit;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears of every Netty buffer that was not released; the test JVM tracks them all. */
public final class LeakCheck {
  private final List<String> leaks = new CopyOnWriteArrayList<>();

  public LeakCheck() {
    ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + " " + records));
  }

  /** The buffers that became unreachable without being released. */
  public List<String> leaks() {
    // A leak is noticed when its owner is collected, and told at a later allocation.
    for (int i = 0; i < 3; i++) {
      System.gc();
      ByteBufAllocator.DEFAULT.directBuffer(16).release();
    }
    return leaks;
  }
}
