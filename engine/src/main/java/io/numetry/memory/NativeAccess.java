package io.numetry.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/**
 * Loads and stores at absolute addresses, through one segment over the whole address space.
 *
 * <p>Nothing here checks an address: a wrong one crashes the process. Addresses are made in {@code
 * io.numetry.bank} and {@code io.numetry.window}, and by an exporter for its own frames and
 * templates, from mappings that outlive every holder of the address, and the checked mode ({@link
 * CheckedMode}) verifies them before each use.
 *
 * <p>The segment is a static constant, and so are its bounds: an access costs what a field access
 * costs, and a compare of the address where the compiler does not know its range. The name says the
 * memory order; a name without one is a plain access.
 */
public final class NativeAccess {
  /**
   * The bits that an address of user space may have. A base that is masked with them has a range
   * that the compiler knows; where what is added to it has one too, nothing is left of the bounds
   * check of an access, nor of its own masking.
   */
  public static final long ADDRESS_BITS = (1L << 56) - 1;

  private static final MemorySegment ALL = wholeAddressSpace();

  /** Unaligned, because plain accesses then carry no alignment check; all ours are aligned. */
  private static final ValueLayout.OfLong PLAIN_LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private static final ValueLayout.OfInt PLAIN_INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfDouble PLAIN_DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
  private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle().withInvokeExactBehavior();

  /**
   * Changes no address that a process can have, and tells the compiler that the address is within
   * the segment's bounds: with it the bounds check of each plain access folds away.
   */
  private static final long ADDRESSES = (1L << 62) - 1;

  /** The same for ordered accesses, whose alignment check it folds as well. */
  private static final long WORD_ADDRESSES = ADDRESSES & -Long.BYTES;

  private NativeAccess() {}

  public static byte getByte(long address) {
    return ALL.get(ValueLayout.JAVA_BYTE, address & ADDRESSES);
  }

  public static void putByte(long address, byte value) {
    ALL.set(ValueLayout.JAVA_BYTE, address & ADDRESSES, value);
  }

  public static int getInt(long address) {
    return ALL.get(PLAIN_INT, address & ADDRESSES);
  }

  public static void putInt(long address, int value) {
    ALL.set(PLAIN_INT, address & ADDRESSES, value);
  }

  public static long getLong(long address) {
    return ALL.get(PLAIN_LONG, address & ADDRESSES);
  }

  public static void putLong(long address, long value) {
    ALL.set(PLAIN_LONG, address & ADDRESSES, value);
  }

  public static double getDouble(long address) {
    return ALL.get(PLAIN_DOUBLE, address & ADDRESSES);
  }

  public static void putDouble(long address, double value) {
    ALL.set(PLAIN_DOUBLE, address & ADDRESSES, value);
  }

  /** {@code address} must be a multiple of 8, here and in all ordered accesses. */
  public static long getLongOpaque(long address) {
    return (long) LONG.getOpaque(ALL, word(address));
  }

  public static long getLongAcquire(long address) {
    return (long) LONG.getAcquire(ALL, word(address));
  }

  public static void setLongRelease(long address, long value) {
    LONG.setRelease(ALL, word(address), value);
  }

  public static boolean compareAndSetLong(long address, long expected, long value) {
    return LONG.compareAndSet(ALL, word(address), expected, value);
  }

  /** Sets whole words to zero. A loop, because cells are a few words. */
  public static void zero(long address, int bytes) {
    long start = address & ADDRESS_BITS; // so that no store is checked
    for (int offset = 0; offset < bytes; offset += Long.BYTES) {
      putLong(start + offset, 0);
    }
  }

  public static void copy(long fromAddress, long toAddress, long bytes) {
    MemorySegment.copy(ALL, fromAddress, ALL, toAddress, bytes);
  }

  private static long word(long address) {
    if (CheckedMode.ENABLED && address % Long.BYTES != 0) {
      throw new AssertionError("ordered access: address=" + address + " is not a multiple of 8");
    }
    return address & WORD_ADDRESSES;
  }

  @SuppressWarnings("restricted") // the price of field-speed access; see the class comment
  private static MemorySegment wholeAddressSpace() {
    return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  }
}
