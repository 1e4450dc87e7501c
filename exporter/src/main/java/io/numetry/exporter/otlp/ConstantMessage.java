package io.numetry.exporter.otlp;

import io.numetry.attribute.AttributeArray;
import io.numetry.attribute.AttributeBytes;
import io.numetry.attribute.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message, or a run of fields, that is encoded once and copied ever after. Grows on the heap:
 * nothing here runs once an exporter is warm.
 */
final class ConstantMessage {
  private byte[] bytes = new byte[64];
  private int size;

  /** The run of repeated KeyValue fields that stands for {@code attributes} in their message. */
  static ConstantMessage attributes(byte tag, Attributes attributes) {
    var run = new ConstantMessage();
    attributes.forEach((key, value) -> run.message(tag, keyValue(key, value)));
    return run;
  }

  private static ConstantMessage keyValue(String key, Object value) {
    return new ConstantMessage()
        .string(OtlpFields.KEY_VALUE_KEY, key)
        .message(OtlpFields.KEY_VALUE_VALUE, anyValue(value));
  }

  /** The value is a oneof: it is written even if it is empty, false or zero. */
  private static ConstantMessage anyValue(Object value) {
    var message = new ConstantMessage();
    return switch (value) {
      case String text -> message.utf8(OtlpFields.ANY_VALUE_STRING, text);
      case Boolean truth -> message.varint(OtlpFields.ANY_VALUE_BOOL, truth ? 1 : 0);
      case Long number -> message.varint(OtlpFields.ANY_VALUE_INT, number);
      case Double number ->
          message.fixed64(OtlpFields.ANY_VALUE_DOUBLE, Double.doubleToRawLongBits(number));
      case AttributeArray array -> message.message(OtlpFields.ANY_VALUE_ARRAY, elements(array));
      case AttributeBytes bytes ->
          message.lengthPrefixed(OtlpFields.ANY_VALUE_BYTES, bytes.toByteArray(), bytes.size());
      case Attributes map ->
          message.message(
              OtlpFields.ANY_VALUE_KEY_VALUE_LIST,
              attributes(OtlpFields.KEY_VALUE_LIST_VALUES, map));
      default -> throw new IllegalArgumentException("attribute value: type=" + value.getClass());
    };
  }

  private static ConstantMessage elements(AttributeArray array) {
    var run = new ConstantMessage();
    array.elements().forEach(e -> run.message(OtlpFields.ARRAY_VALUE_VALUES, anyValue(e)));
    return run;
  }

  /** A string field; an empty one is the default and takes no bytes. */
  ConstantMessage string(byte tag, String text) {
    return text.isEmpty() ? this : utf8(tag, text);
  }

  /** A message field. */
  ConstantMessage message(byte tag, ConstantMessage message) {
    return lengthPrefixed(tag, message.bytes, message.size);
  }

  /** All fields of another one. */
  ConstantMessage append(ConstantMessage fields) {
    reserve(fields.size);
    System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
    size += fields.size;
    return this;
  }

  ConstantMessage varint(byte tag, long value) {
    reserve(1 + Varint.MAX_BYTES);
    bytes[size++] = tag;
    putVarint(value);
    return this;
  }

  /** A packed field of doubles; zeros are those of integers of eight bytes, too. */
  ConstantMessage packed(byte tag, double[] values) {
    reserve(1 + Varint.MAX_BYTES + values.length * Double.BYTES);
    bytes[size++] = tag;
    putVarint((long) values.length * Double.BYTES);
    for (double value : values) {
      putFixed64(Double.doubleToRawLongBits(value));
    }
    return this;
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private ConstantMessage utf8(byte tag, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return lengthPrefixed(tag, encoded, encoded.length);
  }

  /** A field of eight bytes. */
  ConstantMessage fixed64(byte tag, long value) {
    reserve(BackwardWriter.FIXED64_BYTES);
    bytes[size++] = tag;
    putFixed64(value);
    return this;
  }

  private ConstantMessage lengthPrefixed(byte tag, byte[] content, int contentBytes) {
    reserve(1 + Varint.MAX_BYTES + contentBytes);
    bytes[size++] = tag;
    putVarint(contentBytes);
    System.arraycopy(content, 0, bytes, size, contentBytes);
    size += contentBytes;
    return this;
  }

  private void putFixed64(long value) {
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void putVarint(long value) {
    long left = value;
    for (; (left & -0x80L) != 0; left >>>= 7) {
      bytes[size++] = (byte) (left | 0x80);
    }
    bytes[size++] = (byte) left;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
