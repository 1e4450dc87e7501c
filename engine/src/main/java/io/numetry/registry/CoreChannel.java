package io.numetry.registry;

import io.numetry.bank.Bank;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a core's owner and its aggregator share: the bank, and the news of its slots.
 *
 * <p>News is published before the first value of a slot can be sealed, because the owner publishes
 * it before it returns the set; so an aggregator that reads the news after it has seen a seal knows
 * every slot that the sealed half can hold.
 */
public final class CoreChannel {
  private final CoreIdentity identity;
  private final Bank bank;
  private final boolean collected;
  private final Queue<SlotEvent> events = new ConcurrentLinkedQueue<>();
  private final LiveSets live = new LiveSets();

  public CoreChannel(CoreIdentity identity, Bank bank) {
    this(identity, bank, true);
  }

  /**
   * @param collected false if there is no aggregator: nobody reads news, nobody drains
   */
  public CoreChannel(CoreIdentity identity, Bank bank, boolean collected) {
    this.identity = identity;
    this.bank = bank;
    this.collected = collected;
  }

  /** False if what the core records is never read. */
  public boolean isCollected() {
    return collected;
  }

  public CoreIdentity identity() {
    return identity;
  }

  public Bank bank() {
    return bank;
  }

  /** Owner: publishes a registration. */
  public void opened(SetRegistration registration) {
    live.add(registration);
    if (collected) {
      events.add(new SlotEvent.Opened(registration));
    }
  }

  /** Owner: publishes the end of a registration. */
  public void closed(SetRegistration registration, long lastEpoch) {
    live.remove(registration);
    if (collected) {
      events.add(new SlotEvent.Closed(registration, lastEpoch));
    }
  }

  /** Owner: a registration has ended with its core, which is news enough. */
  public void abandoned(SetRegistration registration) {
    live.remove(registration);
  }

  /** Aggregator: the next piece of news, or null. */
  public @Nullable SlotEvent peekEvent() {
    return events.peek();
  }

  /** Aggregator: the next piece of news has been dealt with. */
  public void removeEvent() {
    events.remove();
  }

  /** Any thread: the sets registered at this moment. */
  public Collection<SetRegistration> liveSets() {
    return live.all();
  }
}
