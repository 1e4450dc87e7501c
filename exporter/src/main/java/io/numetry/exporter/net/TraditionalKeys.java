package io.numetry.exporter.net;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Turns traditional private keys into PKCS#8, which is all that the JDK reads.
 *
 * <pre>
 *  PrivateKeyInfo ::= SEQUENCE { INTEGER 0, SEQUENCE { OID, parameters }, OCTET STRING key }
 *  ECPrivateKey   ::= SEQUENCE { INTEGER 1, OCTET STRING, [0] parameters, [1] public key }
 * </pre>
 */
final class TraditionalKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTET_STRING = 0x04;
  private static final int EC_PARAMETERS = 0xA0;

  private static final byte[] VERSION_0 = {2, 1, 0};

  /** 1.2.840.113549.1.1.1 and NULL. */
  private static final byte[] RSA = {
    6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0
  };

  /** 1.2.840.10045.2.1; the curve follows. */
  private static final byte[] EC = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};

  private TraditionalKeys() {}

  /** From RFC 8017's RSAPrivateKey. */
  static byte[] rsaToPkcs8(byte[] pkcs1) {
    return wrap(element(SEQUENCE, RSA), pkcs1);
  }

  /**
   * From RFC 5915's ECPrivateKey.
   *
   * @param name of its origin, for messages
   */
  static byte[] ecToPkcs8(String name, byte[] sec1) {
    return wrap(element(SEQUENCE, EC, curve(name, sec1)), sec1);
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    return element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, key));
  }

  /** The content of the parameters: the curve's object identifier. */
  private static byte[] curve(String name, byte[] sec1) {
    try {
      ByteBuffer outer = ByteBuffer.wrap(sec1);
      outer.get();
      ByteBuffer key = content(outer);
      while (key.hasRemaining()) {
        int tag = key.get() & 0xFF;
        ByteBuffer content = content(key);
        if (tag == EC_PARAMETERS) {
          byte[] curve = new byte[content.remaining()];
          content.get(curve);
          return curve;
        }
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + " has a private key that is damaged", e);
    }
    throw new IllegalArgumentException(name + " has a private key that does not tell its curve");
  }

  private static ByteBuffer content(ByteBuffer from) {
    int length = from.get() & 0xFF;
    if (length >= 0x80) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = (length << 8) | (from.get() & 0xFF);
      }
    }
    ByteBuffer content = from.slice(from.position(), length);
    from.position(from.position() + length);
    return content;
  }

  private static byte[] element(int tag, byte[]... contents) {
    int length = 0;
    for (byte[] content : contents) {
      length += content.length;
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
      out.write(0x80 | bytes);
      for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out.write(length >>> shift);
      }
    }
    for (byte[] content : contents) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }
}
