package io.numetry.record;

/**
 * A metric set's hold on its slot, handed from the engine through the generated constructor to
 * {@link RecordingSet}. User code neither makes nor reads one.
 */
public interface SlotHandle {

  /** The core's active half. */
  ActiveHalf activeHalf();

  /** Where stores go once the set is closed. */
  ActiveHalf limbo();

  /** Bytes from a half's base to the slot's first cell; a multiple of 64. */
  long slotOffset();

  /**
   * Ends the registration; owner only.
   *
   * @throws IllegalStateException if called from another thread than the owner
   */
  void close();
}
