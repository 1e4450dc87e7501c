package io.numetry.exporter.frame;

import java.util.Arrays;

/** A queue of numbers, each larger than the one before; allocates only to grow. */
final class AscendingLongs {
  private long[] numbers = new long[4];
  private int size;

  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  /** Removes all numbers that are not larger. */
  void removeUpTo(long limit) {
    int removed = 0;
    while (removed < size && numbers[removed] <= limit) {
      removed++;
    }
    System.arraycopy(numbers, removed, numbers, 0, size - removed);
    size -= removed;
  }

  int size() {
    return size;
  }
}
