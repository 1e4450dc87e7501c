package io.numetry.exporter.otlp;

import io.numetry.memory.CheckedMode;
import io.numetry.memory.NativeAccess;

/**
 * Writes protobuf fields from the end of a range of memory to its front: when a message's length is
 * due, the message is written and its length known.
 *
 * <p>Callers make room for a whole point or header at once ({@link #room}); single writes are
 * checked in checked mode only.
 */
final class BackwardWriter {
  /** A tag and eight bytes. */
  static final int FIXED64_BYTES = 1 + Long.BYTES;

  private long start;
  private long end;
  private long position;

  /**
   * Goes on in another range.
   *
   * @param alreadyWritten bytes before {@code rangeEnd} that are written
   */
  void wrap(long rangeStart, long rangeEnd, long alreadyWritten) {
    start = rangeStart;
    end = rangeEnd;
    position = rangeEnd - alreadyWritten;
  }

  /** Takes back what was written since so many bytes were. */
  void rewind(long formerlyWritten) {
    position = end - formerlyWritten;
  }

  /** Bytes written so far. */
  long written() {
    return end - position;
  }

  /** Address of the first byte written. */
  long position() {
    return position;
  }

  /** Bytes that can still be written. */
  long room() {
    return position - start;
  }

  void writeByte(byte value) {
    position -= 1;
    check();
    NativeAccess.putByte(position, value);
  }

  void varint(long value) {
    if ((value & -0x80L) == 0) {
      writeByte((byte) value);
      return;
    }
    position -= Varint.bytes(value);
    check();
    long at = position;
    long left = value;
    for (; (left & -0x80L) != 0; left >>>= 7) {
      NativeAccess.putByte(at++, (byte) (left | 0x80));
    }
    NativeAccess.putByte(at, (byte) left);
  }

  /** So many bytes are about to be written by another; in checked mode there must be room. */
  void requireRoom(long bytes) {
    if (CheckedMode.ENABLED && room() < bytes) {
      throw new AssertionError("request: room=" + room() + " is less than the bytes=" + bytes);
    }
  }

  /** What is before the position was written down to an address, which the position becomes. */
  void wroteTo(long address) {
    position = address;
    check();
  }

  void fixed64(byte tag, long value) {
    position -= FIXED64_BYTES;
    check();
    NativeAccess.putByte(position, tag);
    NativeAccess.putLong(position + 1, value);
  }

  void fixed64(byte tag, double value) {
    fixed64(tag, Double.doubleToRawLongBits(value));
  }

  /** Writes the tag and length of the message that consists of the last {@code bytes} bytes. */
  void enclose(byte tag, long bytes) {
    varint(bytes);
    writeByte(tag);
  }

  /** Copies a template. */
  void copy(long address, long bytes) {
    position -= bytes;
    check();
    NativeAccess.copy(address, position, bytes);
  }

  private void check() {
    if (CheckedMode.ENABLED && position < start) {
      throw new AssertionError(
          "request: position=" + position + " is before its memory's start=" + start);
    }
  }
}
