package io.numetry.aggregate;

import io.numetry.bank.BankDescriptor;
import io.numetry.memory.NativeAccess;
import io.numetry.record.TouchedMarks;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which slot each cache line of a core's halves belongs to, and the walk over what was touched.
 *
 * <p>A line of cells has 8 marks, which are read as one word: an untouched line costs one load of a
 * sequential scan, an untouched set is neither read nor written.
 *
 * <p>Threads: the node's aggregator alone.
 */
final class SlotMap {
  private static final int LINE_BYTES = BankDescriptor.SLOT_ALIGNMENT_BYTES;

  private static final int INITIAL_LINES = 64;

  /**
   * Room grows by this part: a histogram has many lines, and a doubling's are too many to waste.
   */
  private static final int GROWTH_SHARE = 4;

  private final long firstCellOffset;
  private @Nullable SlotBinding[] byLine = new SlotBinding[INITIAL_LINES];

  /** Of lines that can be drained without their binding; null of others. */
  private @Nullable LinePlan[] plans = new LinePlan[INITIAL_LINES];

  /** The series of each line that has a plan. */
  private int[] series = new int[INITIAL_LINES];

  private int lines;
  private int strayCells;

  SlotMap(long halfBytes) {
    this.firstCellOffset = BankDescriptor.firstCellOffset(halfBytes);
  }

  void bind(SlotBinding binding) {
    int first = line(binding.slotOffset());
    int end = first + binding.slotBytes() / LINE_BYTES;
    if (end > byLine.length) {
      int capacity = Math.max(end, byLine.length + byLine.length / GROWTH_SHARE);
      byLine = Arrays.copyOf(byLine, capacity);
      plans = Arrays.copyOf(plans, capacity);
      series = Arrays.copyOf(series, capacity);
    }
    Arrays.fill(byLine, first, end, binding);
    if (binding instanceof PlainBinding plain) {
      LinePlan[] ofSet = plain.plans();
      System.arraycopy(ofSet, 0, plans, first, ofSet.length);
      Arrays.fill(series, first, end, plain.onlySeries());
    }
    lines = Math.max(lines, end);
  }

  void unbind(SlotBinding binding) {
    int first = line(binding.slotOffset());
    int end = first + binding.slotBytes() / LINE_BYTES;
    Arrays.fill(byLine, first, end, null);
    Arrays.fill(plans, first, end, null);
  }

  /**
   * Lets go of all bindings, and with them of sets and their core; how many lines there are stays
   * known, for limbo's sake.
   */
  void unbindAll() {
    byLine = new SlotBinding[0];
    plans = new LinePlan[0];
    series = new int[0];
  }

  /** Every binding, once. */
  void forEach(Consumer<SlotBinding> visitor) {
    SlotBinding before = null;
    for (int line = 0; line < lines; line++) {
      SlotBinding binding = byLine[line];
      if (binding != null && binding != before) {
        visitor.accept(binding);
      }
      before = binding;
    }
  }

  @Nullable SlotBinding at(long slotOffset) {
    int line = line(slotOffset);
    return line < lines ? byLine[line] : null;
  }

  /**
   * Drains every touched cell of a sealed half.
   *
   * @return cells merged
   */
  int drain(long half) {
    long marks = half + TouchedMarks.markOffset(firstCellOffset);
    long cells = half + firstCellOffset;
    @Nullable LinePlan[] planOfLine = plans;
    int[] seriesOfLine = series;
    int end = lines;
    int merged = 0;
    for (int line = 0; line < end; line++) {
      long touched = NativeAccess.getLong(marks + (long) line * Long.BYTES);
      if (touched != 0) {
        LinePlan plan = planOfLine[line];
        if (plan == null) {
          merged += drainByBinding(half, line, touched);
        } else {
          plan.drain(cells + (long) line * LINE_BYTES, touched, seriesOfLine[line]);
          NativeAccess.putLong(marks + (long) line * Long.BYTES, 0);
          merged += Long.bitCount(touched); // a mark is one bit of its byte
        }
      }
    }
    return merged;
  }

  private int drainByBinding(long half, int line, long touched) {
    SlotBinding binding = byLine[line];
    if (binding == null) {
      clearStray(half, line);
      return 0;
    }
    long offset = firstCellOffset + (long) line * LINE_BYTES;
    int merged = binding.drainLine(half, offset, touched);
    NativeAccess.putLong(half + TouchedMarks.markOffset(offset), 0);
    return merged;
  }

  /** Takes in what is touched in a half that is its owner's still. */
  int read(long half) {
    int merged = 0;
    SlotBinding before = null;
    for (int line = 0; line < lines; line++) {
      SlotBinding binding = byLine[line];
      if (binding != null && binding != before) {
        merged += binding.read(half);
        before = binding;
      }
    }
    return merged;
  }

  /**
   * Counts the touched cells of limbo and takes their marks away, and their first words, without
   * which a histogram marks itself anew. Its owner may be storing at the same time, so that the
   * count can be a little off; that cells are there at all is what matters.
   */
  int countLimbo(long limbo) {
    int touched = 0;
    long marks = limbo + TouchedMarks.markOffset(firstCellOffset);
    for (int line = 0; line < lines; line++) {
      long word = NativeAccess.getLong(marks + (long) line * Long.BYTES);
      if (word != 0) {
        touched += Long.bitCount(word); // a mark is one bit of its byte
        NativeAccess.putLong(marks + (long) line * Long.BYTES, 0);
        clearFirstWords(limbo + firstCellOffset + (long) line * LINE_BYTES, word);
      }
    }
    return touched;
  }

  /** Cells found touched where no slot is, since the last call. */
  int newStrayCells() {
    int found = strayCells;
    strayCells = 0;
    return found;
  }

  /**
   * Only a thread that is not the owner can get here: it read the base before the owner closed the
   * set. The line must not carry its values into the slot's next set.
   */
  private void clearStray(long half, int line) {
    long mark = half + TouchedMarks.markOffset(firstCellOffset) + (long) line * Long.BYTES;
    strayCells += Long.bitCount(NativeAccess.getLong(mark));
    NativeAccess.putLong(mark, 0);
    NativeAccess.zero(half + firstCellOffset + (long) line * LINE_BYTES, LINE_BYTES);
  }

  private static void clearFirstWords(long line, long marks) {
    for (long left = marks; left != 0; left &= left - 1) {
      int word = Long.numberOfTrailingZeros(left) >>> TouchedMarks.WORD_SHIFT;
      NativeAccess.putLong(line + (long) word * Long.BYTES, 0);
    }
  }

  private int line(long slotOffset) {
    return (int) ((slotOffset - firstCellOffset) / LINE_BYTES);
  }
}
