package io.numetry.aggregate;

import io.numetry.attribute.Attributes;
import io.numetry.bank.Bank;
import io.numetry.flip.FlipRequester;
import io.numetry.memory.NativeAccess;
import io.numetry.registry.CoreChannel;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetRegistration;
import io.numetry.registry.SlotEvent;
import io.numetry.self.ProcessMetricsSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One core as its aggregator sees it: asks for flips, drains sealed halves into the node bank.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class CoreDrain {
  private final CoreChannel channel;
  private final FlipRequester flips;
  private final SlotMap slots;
  private final NodeBank nodeBank;
  private final boolean aggregatorsOwn;

  /** Of this core, by level; made once, because each series of the core has them. */
  private final Map<AggregationLevel, Attributes> levelAttributes =
      new EnumMap<>(AggregationLevel.class);

  private final List<SlotEvent.Closed> closings = new ArrayList<>();
  private long invalidInputsSeen;
  private boolean limboInUse;

  /**
   * @param aggregatorsOwn true for the aggregator's own core, whose sets speak of the node
   */
  CoreDrain(CoreChannel channel, NodeBank nodeBank, boolean aggregatorsOwn) {
    this.channel = channel;
    this.flips = new FlipRequester(channel.bank());
    this.slots = new SlotMap(channel.bank().halfBytes());
    this.nodeBank = nodeBank;
    this.aggregatorsOwn = aggregatorsOwn;
  }

  CoreIdentity identity() {
    return channel.identity();
  }

  Bank bank() {
    return channel.bank();
  }

  SlotMap slots() {
    return slots;
  }

  void ask() {
    flips.ask();
  }

  void askToClose() {
    flips.askToClose();
  }

  /** True while an answer is awaited. */
  boolean isAsked() {
    return flips.isAsked();
  }

  /** True once the core is closed and everything of it drained. */
  boolean isFinished() {
    return flips.isFinished();
  }

  /**
   * Drains the sealed half, if there is one by now.
   *
   * @return cells merged, or -1 if no half is sealed
   */
  int tryDrain() {
    if (flips.isOwnerIdle()) {
      limboInUse = true;
    }
    if (!flips.trySeal()) {
      if (channel.identity().owner().isAlive()) {
        return -1;
      }
      flips.closeForDeadOwner();
      if (!flips.trySeal()) {
        return -1;
      }
    }
    takeNews();
    int merged = slots.drain(flips.sealedHalf());
    long drained = flips.epoch();
    endClosedSets(drained);
    flips.drained();
    return merged;
  }

  /**
   * The core is finished, and with it the registrations of all its sets. Series of the core itself
   * end; in series that sum up several cores, what it counted stays.
   */
  void endAll() {
    slots.forEach(
        binding -> {
          if (level(binding.registration()) == AggregationLevel.CORE) {
            binding.end();
          } else {
            binding.retire();
          }
        });
    slots.unbindAll();
  }

  /**
   * Reads the active half of an owner that has not answered by the end of a shutdown. No snapshot:
   * the owner may be storing.
   */
  int readUnsealed() {
    takeNews();
    return slots.read(flips.unsealedHalf());
  }

  /** Inputs that instruments could not take, since the last call. */
  long newInvalidInputs() {
    long invalid = NativeAccess.getLongOpaque(channel.bank().invalidInputAddress());
    long added = invalid - invalidInputsSeen;
    invalidInputsSeen = invalid;
    return added;
  }

  /** Cells recorded to while idle or after a close, since the last call. */
  int newMisplacedCells() {
    int strays = slots.newStrayCells();
    return limboInUse || isFinished() ? strays + slots.countLimbo(channel.bank().limbo()) : strays;
  }

  /** A piece of news is taken off only once it has been dealt with: an error must not lose it. */
  private void takeNews() {
    for (SlotEvent event = channel.peekEvent(); event != null; event = channel.peekEvent()) {
      switch (event) {
        case SlotEvent.Opened opened -> bind(opened.registration());
        case SlotEvent.Closed closed -> {
          closings.add(closed);
          limboInUse = true;
        }
      }
      channel.removeEvent();
    }
  }

  private void bind(SetRegistration registration) {
    NodeSet set = nodeBank.set(registration.set());
    int[] series =
        set.register(
            registration.entity(), attributes(level(registration)), registration.openedUnixNanos());
    slots.bind(SlotBinding.of(registration, set, series));
  }

  private Attributes attributes(AggregationLevel level) {
    return levelAttributes.computeIfAbsent(level, l -> l.attributes(channel.identity()));
  }

  private AggregationLevel level(SetRegistration registration) {
    if (!aggregatorsOwn) {
      return nodeBank.levels().of(registration.descriptor());
    }
    return registration.descriptor().equals(ProcessMetricsSet.DESCRIPTOR)
        ? AggregationLevel.PROCESS
        : AggregationLevel.NODE;
  }

  private void endClosedSets(long drainedEpoch) {
    if (closings.isEmpty()) {
      return;
    }
    closings.removeIf(
        closed -> {
          if (closed.lastEpoch() > drainedEpoch) {
            return false;
          }
          end(closed.registration());
          return true;
        });
  }

  private void end(SetRegistration registration) {
    SlotBinding binding = slots.at(registration.slotOffset());
    if (binding == null || binding.registration() != registration) {
      throw new IllegalStateException(
          "slot of " + registration.descriptor().name() + ": is not bound to its set");
    }
    slots.unbind(binding);
    binding.end();
  }
}
