package io.numetry.exporter.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.exporter.json.MessageType.Field;
import io.numetry.exporter.json.MessageType.FieldType;
import io.numetry.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An encoded OTLP request as JSON: the specification's "JSON Protobuf Encoding", which is proto3's
 * mapping with hexadecimal ids and enums as numbers. Integers of 64 bits are strings. What the
 * bytes do not have is not written either.
 *
 * <p>The bytes are canonical, as the encoder writes them: fields in the order of their numbers.
 */
public final class OtlpJson {
  private static final int LENGTH = 2;

  private final ByteBuffer in;
  private final JsonWriter json = new JsonWriter();

  private OtlpJson(ByteBuffer request) {
    this.in = request.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** As {@link #of(ByteBuffer)}. */
  public static String of(byte[] request) {
    return of(ByteBuffer.wrap(request));
  }

  /**
   * One JSON document without a line end in it. Allocates several times what the request has.
   *
   * @param request whole; its position stays
   * @throws IllegalArgumentException if it has a field that the encoder does not write
   */
  public static String of(ByteBuffer request) {
    var made = new OtlpJson(request);
    made.message(MessageType.REQUEST, request.remaining());
    return made.json.toString();
  }

  private void message(MessageType type, int end) {
    json.beginObject();
    @Nullable Field open = null;
    while (in.position() < end) {
      int tag = (int) varint();
      Field field = type.field(tag >>> 3);
      if (field != open) {
        close(open);
        if (open != null && field.number() < open.number()) {
          throw new IllegalArgumentException("OTLP request: fields are not in order");
        }
        json.name(field.name());
        if (field.repeated()) {
          json.beginArray();
        }
        open = field;
      }
      field(field, tag & 7);
    }
    close(open);
    json.endObject();
  }

  private void close(@Nullable Field open) {
    if (open != null && open.repeated()) {
      json.endArray();
    }
  }

  private void field(Field field, int wireType) {
    boolean packed =
        wireType == LENGTH
            && field.repeated()
            && field.message() == null
            && field.type() != FieldType.STRING;
    if (!packed) {
      value(field);
      return;
    }
    int length = (int) varint();
    int end = in.position() + length;
    while (in.position() < end) {
      value(field);
    }
  }

  private void value(Field field) {
    MessageType message = field.message();
    if (message != null) {
      int length = (int) varint();
      message(message, in.position() + length);
      return;
    }
    switch (field.type()) {
      case STRING -> json.value(new String(bytes(), UTF_8));
      case BYTES -> json.value(Base64.getEncoder().encodeToString(bytes()));
      case ID -> json.value(HexFormat.of().formatHex(bytes()));
      case BOOL -> json.value(varint() != 0);
      case DOUBLE -> json.value(in.getDouble());
      case FIXED64 -> json.value(Long.toUnsignedString(in.getLong()));
      case SFIXED64 -> json.value(Long.toString(in.getLong()));
      case UINT64 -> json.value(Long.toUnsignedString(varint()));
      case INT64 -> json.value(Long.toString(varint()));
      case UINT32, ENUM -> json.value(varint());
      case SINT32 -> json.value(zigZag((int) varint()));
      case MESSAGE -> throw new AssertionError(field);
    }
  }

  private byte[] bytes() {
    byte[] bytes = new byte[(int) varint()];
    in.get(bytes);
    return bytes;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = in.get();
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  private static int zigZag(int encoded) {
    return (encoded >>> 1) ^ -(encoded & 1);
  }
}
