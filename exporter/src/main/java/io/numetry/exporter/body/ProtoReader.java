package io.numetry.exporter.body;

import io.netty.buffer.ByteBuf;

/**
 * Reads protobuf's wire format. What is read comes from outside, so nothing in it is trusted: every
 * length is held against what is there.
 */
final class ProtoReader {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int LENGTH = 2;
  static final int FIXED32 = 5;

  private static final int MAX_VARINT_BYTES = 10;

  private ProtoReader() {}

  /** The tag of a field, as it is read. */
  static long tag(int field, int wireType) {
    return ((long) field << 3) | wireType;
  }

  static void skip(ByteBuf body, long tag) throws MalformedException {
    if (tag >>> 3 == 0) {
      throw new MalformedException("field number 0");
    }
    switch ((int) (tag & 7)) {
      case VARINT -> varint(body);
      case FIXED64 -> skipBytes(body, Long.BYTES);
      case LENGTH -> skipBytes(body, length(body));
      case FIXED32 -> skipBytes(body, Integer.BYTES);
      default -> throw new MalformedException("wire type " + (tag & 7));
    }
  }

  /** The content of a field that has a length; a view. */
  static ByteBuf content(ByteBuf body) throws MalformedException {
    return body.readSlice(length(body));
  }

  static long varint(ByteBuf body) throws MalformedException {
    long value = 0;
    for (int i = 0; i < MAX_VARINT_BYTES; i++) {
      if (!body.isReadable()) {
        throw new MalformedException("ends within a number");
      }
      byte next = body.readByte();
      value |= (next & 0x7FL) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number is too long");
  }

  private static void skipBytes(ByteBuf body, int bytes) throws MalformedException {
    if (bytes > body.readableBytes()) {
      throw new MalformedException("ends within a field");
    }
    body.skipBytes(bytes);
  }

  private static int length(ByteBuf body) throws MalformedException {
    long length = varint(body);
    if (length < 0 || length > body.readableBytes()) {
      throw new MalformedException("a length exceeds the message");
    }
    return (int) length;
  }
}
