package io.numetry.core;

import io.numetry.attribute.Attributes;
import io.numetry.attribute.SharedTexts;
import io.numetry.bank.SlotAllocator;
import io.numetry.flip.FlipOwner;
import io.numetry.flip.LimboHalf;
import io.numetry.histogram.ExponentialIndex;
import io.numetry.memory.CheckedMode;
import io.numetry.numa.ThreadPin;
import io.numetry.record.ActiveHalf;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.SetCatalog;
import io.numetry.registry.SetRegistration;
import io.numetry.schema.Dimension;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ReservedKeys;
import io.numetry.view.ViewedSet;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread's recording context: its bank, its metric sets, its safe points.
 *
 * <p>The thread that opened the core owns it. All methods are the owner's, but for {@link #name},
 * {@link #cpu} and {@link #node}; another thread gets an {@link IllegalStateException}, from {@link
 * #poll} in checked mode only. An owner calls {@link #poll} in each turn of its duty cycle, and
 * {@link #idle} before it parks or blocks.
 *
 * <p>A core that is never polled loses nothing: its values wait in its bank until it is idle,
 * closed or its thread has ended. Its delay is reported.
 */
public final class TelemetryCore implements AutoCloseable {
  private final CoreChannel channel;
  private final SetCatalog catalog;
  private final FlipOwner flip;
  private final LimboHalf limbo;
  private final SlotAllocator slots;
  private final SharedTexts texts = new SharedTexts();
  private final @Nullable ThreadPin pin;
  private final Runnable onClose;
  private boolean closed;

  /**
   * Use {@code Telemetry.openCore}.
   *
   * @param channel shared with the node's aggregator
   * @param catalog the process's metric sets
   * @param pin undone when the core is closed; null for a floating core
   * @param onClose told once that the owner has closed the core
   */
  public TelemetryCore(
      CoreChannel channel, SetCatalog catalog, @Nullable ThreadPin pin, Runnable onClose) {
    this.channel = channel;
    this.catalog = catalog;
    this.flip =
        new FlipOwner(channel.bank(), channel.identity().owner(), channel.identity().name());
    this.limbo = new LimboHalf(channel.bank(), channel.identity().name());
    this.slots = new SlotAllocator(channel.bank());
    this.pin = pin;
    this.onClose = onClose;
  }

  /** Unique among the open cores. */
  public String name() {
    return channel.identity().name();
  }

  /** The CPU that the owner was pinned to; empty for a floating core. */
  public OptionalInt cpu() {
    return channel.identity().cpu();
  }

  /** The NUMA node that the bank lies on. */
  public int node() {
    return channel.identity().node();
  }

  /**
   * Registers a metric set: finds its cells, makes their pages present, tells the aggregator. Takes
   * the core out of idle.
   *
   * @param type the generated class's constant {@code TYPE}
   * @param entity attributes of what the set measures; on every point of it
   * @throws IllegalStateException if the core is closed, its bank is full, or another set has the
   *     type's name
   * @throws IllegalArgumentException if an attribute has the key of a measurement's attribute
   */
  public <S extends RecordingSet> S register(MetricSetType<S> type, Attributes entity) {
    checkOwner("register");
    flip.resume();
    if (closed || flip.isClosed()) {
      throw new IllegalStateException(
          "core " + name() + ": is closed; register " + type.descriptor().name() + " before");
    }
    ViewedSet viewed = catalog.admit(type.descriptor());
    requireOwnKeys(type.descriptor(), entity);
    ExponentialIndex.initialize(); // here, and not in the first recording call
    long slotOffset = slots.allocate(type.descriptor().slotBytes());
    var slot =
        new Slot(
            this,
            viewed,
            texts.share(entity),
            slotOffset,
            TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    S set = type.factory().apply(slot);
    channel.opened(slot);
    return set;
  }

  /** {@link #register(MetricSetType, Attributes)} without attributes. */
  public <S extends RecordingSet> S register(MetricSetType<S> type) {
    return register(type, Attributes.empty());
  }

  /**
   * A set for each value of an open-ended attribute, registered as values come up.
   *
   * @param key the attribute's key
   * @param maxValues how many values get a set of their own; the others share one
   */
  public <S extends RecordingSet> SetFamily<S> family(
      MetricSetType<S> type, Attributes entity, String key, int maxValues) {
    checkOwner("open a family");
    return new SetFamily<>(this, type, entity, key, maxValues);
  }

  /**
   * The owner's safe point: one load and one compare while nothing is asked; otherwise a flip,
   * constant in time. Takes the core out of idle.
   */
  public void poll() {
    if (CheckedMode.ENABLED) {
      checkOwner("poll");
    }
    flip.poll();
  }

  /**
   * Gives the aggregator leave to flip for this core, until {@link #resume} or {@link #poll}. To be
   * called before the thread parks or blocks; nothing may be recorded in between.
   */
  public void idle() {
    checkOwner("idle");
    flip.idle();
  }

  /** Takes back the leave given by {@link #idle}; needed before recording, unless polled. */
  public void resume() {
    checkOwner("resume");
    flip.resume();
  }

  /**
   * True once the core records no more: it was closed by its owner, or telemetry has shut down and
   * the owner has polled since.
   */
  public boolean isClosed() {
    return closed || flip.isClosed();
  }

  /**
   * Ends recording on this core: everything recorded is handed to the aggregator and sent with the
   * next collection; the thread gets its former CPUs back. Never waits. Later calls do nothing.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    checkOwner("close");
    closed = true;
    flip.close();
    if (pin != null) {
      pin.close();
    }
    onClose.run();
  }

  /** A point must not have a key twice. */
  private static void requireOwnKeys(MetricSetDescriptor set, Attributes entity) {
    for (InstrumentDescriptor instrument : set.instruments()) {
      for (Dimension dimension : instrument.dimensions()) {
        if (ReservedKeys.contains(dimension.key())) {
          throw new IllegalArgumentException(
              "metric set "
                  + set.name()
                  + ": attribute "
                  + dimension.key()
                  + " of each measurement of "
                  + instrument.name()
                  + " is given by aggregation; write another key");
        }
        if (entity.containsKey(dimension.key())) {
          throw new IllegalArgumentException(
              "metric set "
                  + set.name()
                  + ": attribute "
                  + dimension.key()
                  + " of the registration is one of each measurement of "
                  + instrument.name()
                  + ", too; write another key");
        }
      }
    }
  }

  private void closeSet(SetRegistration registration) {
    checkOwner("close a set");
    flip.resume();
    if (isClosed()) {
      channel.abandoned(registration); // the core's end was its sets' end
      return;
    }
    int slotBytes = registration.descriptor().slotBytes();
    if (channel.isCollected()) {
      slots.free(registration.slotOffset(), slotBytes, flip.epoch());
    } else {
      slots.freeUnread(registration.slotOffset(), slotBytes);
    }
    channel.closed(registration, flip.epoch());
  }

  private void checkOwner(String what) {
    Thread owner = channel.identity().owner();
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "core "
              + name()
              + ": "
              + what
              + " from thread="
              + Thread.currentThread().getName()
              + ", its owner is "
              + owner.getName()
              + "; open a core for each thread that records");
    }
  }

  /** A registration, which is its set's hold on its slot. */
  private static final class Slot extends SetRegistration implements SlotHandle {
    private final TelemetryCore core;

    Slot(
        TelemetryCore core,
        ViewedSet set,
        Attributes entity,
        long slotOffset,
        long openedUnixNanos) {
      super(set, entity, slotOffset, openedUnixNanos);
      this.core = core;
    }

    @Override
    public ActiveHalf activeHalf() {
      return core.flip;
    }

    @Override
    public ActiveHalf limbo() {
      return core.limbo;
    }

    @Override
    public void close() {
      if (isLive()) {
        core.closeSet(this);
      }
    }
  }
}
