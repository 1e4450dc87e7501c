package io.numetry.aggregate;

import io.numetry.memory.NativeAccess;
import io.numetry.record.TouchedMarks;
import io.numetry.registry.SetRegistration;
import io.numetry.schema.InstrumentDescriptor;
import java.util.List;

/**
 * What the aggregator knows of a slot: whose cells they are, and which series they go to.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class SlotBinding {
  private final SetRegistration registration;
  private final int place;
  private final int series;
  private final long[] cellOffsets;
  private final int[] cellBytes;

  SlotBinding(SetRegistration registration, int place, int series) {
    this.registration = registration;
    this.place = place;
    this.series = series;
    List<InstrumentDescriptor> instruments = registration.descriptor().instruments();
    this.cellOffsets = new long[instruments.size()];
    this.cellBytes = new int[instruments.size()];
    for (int i = 0; i < cellOffsets.length; i++) {
      cellOffsets[i] = registration.slotOffset() + instruments.get(i).cellOffset();
      cellBytes[i] = instruments.get(i).cellBytes();
    }
  }

  SetRegistration registration() {
    return registration;
  }

  int place() {
    return place;
  }

  int series() {
    return series;
  }

  long slotOffset() {
    return registration.slotOffset();
  }

  int slotBytes() {
    return registration.descriptor().slotBytes();
  }

  /** Takes the touched cells of a sealed half into the node bank and zeroes them. */
  int drain(long half, NodeBank bank) {
    int merged = 0;
    for (int i = 0; i < cellOffsets.length; i++) {
      long mark = half + TouchedMarks.markOffset(cellOffsets[i]);
      if (NativeAccess.getByte(mark) != TouchedMarks.UNTOUCHED) {
        long cell = half + cellOffsets[i];
        bank.merge(place, i, series, cell);
        NativeAccess.zero(cell, cellBytes[i]);
        NativeAccess.putByte(mark, TouchedMarks.UNTOUCHED);
        merged++;
      }
    }
    return merged;
  }

  /** Takes in the touched cells of a half that is its owner's still, and leaves them alone. */
  int read(long half, NodeBank bank) {
    int merged = 0;
    for (int i = 0; i < cellOffsets.length; i++) {
      if (NativeAccess.getByte(half + TouchedMarks.markOffset(cellOffsets[i]))
          != TouchedMarks.UNTOUCHED) {
        bank.merge(place, i, series, half + cellOffsets[i]);
        merged++;
      }
    }
    return merged;
  }
}
