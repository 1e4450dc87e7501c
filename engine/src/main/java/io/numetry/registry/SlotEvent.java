package io.numetry.registry;

/** What an owner tells its aggregator of its slots, in the order in which it happened. */
public sealed interface SlotEvent {

  /** From now on the slot's cells belong to this registration. */
  record Opened(SetRegistration registration) implements SlotEvent {}

  /** The registration's last values belong to {@code lastEpoch}. */
  record Closed(SetRegistration registration, long lastEpoch) implements SlotEvent {}
}
