package io.numetry.exporter.net;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and private keys out of PEM (RFC 7468): keys in PKCS#8, and in the traditional forms
 * of RSA (PKCS#1) and elliptic curves (SEC 1), all unencrypted.
 */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
  private static final String CONVERT =
      "write it anew with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEWKEY";

  /**
   * A block as it is written.
   *
   * @param base64 of its content; may have line ends in it
   */
  private record Block(String label, String base64) {
    byte[] content(String name) {
      try {
        return Base64.getMimeDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + " has a block " + label + " that is not base64");
      }
    }
  }

  private Pem() {}

  /**
   * The certificates of a text, in its order.
   *
   * @param name of its origin, for messages
   * @throws IllegalArgumentException if there are none, or one cannot be read
   */
  static List<X509Certificate> certificates(String name, String text) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Block block : blocks(text)) {
      if (block.label.equals("CERTIFICATE")) {
        certificates.add(certificate(name, block.content(name)));
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          name + " has no certificate; write PEM that begins with -----BEGIN CERTIFICATE-----");
    }
    return certificates;
  }

  /**
   * The one private key of a text.
   *
   * @param name of its origin, for messages
   * @throws IllegalArgumentException if there is none that can be read
   */
  static PrivateKey privateKey(String name, String text) {
    for (Block block : blocks(text)) {
      switch (block.label) {
        case "PRIVATE KEY" -> {
          return key(name, block.content(name));
        }
        case "RSA PRIVATE KEY" -> {
          refuseEncrypted(name, block);
          return key(name, TraditionalKeys.rsaToPkcs8(block.content(name)));
        }
        case "EC PRIVATE KEY" -> {
          refuseEncrypted(name, block);
          return key(name, TraditionalKeys.ecToPkcs8(name, block.content(name)));
        }
        case "ENCRYPTED PRIVATE KEY" -> throw encrypted(name);
        default -> {
          // EC PARAMETERS, or the certificates of a file that has both
        }
      }
    }
    throw new IllegalArgumentException(
        name + " has no private key; write PEM that begins with -----BEGIN PRIVATE KEY-----");
  }

  private static X509Certificate certificate(String name, byte[] encoded) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          name + " has a certificate that cannot be read: " + e.getMessage(), e);
    }
  }

  private static PrivateKey key(String name, byte[] pkcs8) {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        // of another algorithm
      }
    }
    // Nothing of the key's own content goes into the message.
    throw new IllegalArgumentException(
        name + " has a private key that is none of " + ALGORITHMS + ", or damaged; " + CONVERT);
  }

  /** The traditional forms say so in a header. */
  private static void refuseEncrypted(String name, Block block) {
    if (block.base64.isEmpty()) {
      throw encrypted(name);
    }
  }

  private static IllegalArgumentException encrypted(String name) {
    return new IllegalArgumentException(name + " is encrypted; " + CONVERT);
  }

  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(withoutEncrypted(text));
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2).strip()));
    }
    return blocks;
  }

  /**
   * An encrypted traditional key becomes an empty block: its header has dashes, its content is no
   * use.
   */
  private static String withoutEncrypted(String text) {
    return text.replaceAll(
        "(?s)(-----BEGIN [A-Z0-9 ]+-----)\\s*Proc-Type: 4,ENCRYPTED.*?(-----END )", "$1$2");
  }
}
