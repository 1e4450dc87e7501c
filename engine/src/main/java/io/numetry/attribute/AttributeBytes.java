package io.numetry.attribute;

import java.util.Arrays;
import java.util.HexFormat;

/** Immutable bytes as an attribute's value. */
public final class AttributeBytes {
  private final byte[] bytes;

  private AttributeBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static AttributeBytes of(byte[] bytes) {
    return new AttributeBytes(bytes.clone());
  }

  /** How many bytes there are. */
  public int size() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The bytes in hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
