package io.numetry.exporter.net;

import io.numetry.exporter.config.TlsFile;
import io.numetry.exporter.config.TlsOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of the options' files as they are now. Two are equal if the files have not changed.
 *
 * @param certificate of the file of trusted certificates; null if there is no such file, and
 *     likewise
 */
record PemFiles(
    TlsOptions options,
    @Nullable String certificate,
    @Nullable String clientCertificate,
    @Nullable String clientKey) {
  /** All certificates that a host trusts have a tenth of that. */
  private static final int MAX_BYTES = 4 << 20;

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException if one cannot be read
   */
  static PemFiles read(TlsOptions options) {
    return new PemFiles(
        options,
        text(options.certificate()),
        text(options.clientCertificate()),
        text(options.clientKey()));
  }

  /** Certificates to trust; none for those that the JDK trusts. */
  List<X509Certificate> trustedCertificates() {
    return options.certificate() == null || certificate == null
        ? List.of()
        : Pem.certificates(options.certificate().toString(), certificate);
  }

  @Nullable PrivateKey privateKey() {
    return options.clientKey() == null || clientKey == null
        ? null
        : Pem.privateKey(options.clientKey().toString(), clientKey);
  }

  List<X509Certificate> clientCertificates() {
    return options.clientCertificate() == null || clientCertificate == null
        ? List.of()
        : Pem.certificates(options.clientCertificate().toString(), clientCertificate);
  }

  /** Which files there are, for messages. */
  String names() {
    List<String> names = new ArrayList<>();
    for (TlsFile file :
        new TlsFile[] {options.certificate(), options.clientCertificate(), options.clientKey()}) {
      if (file != null) {
        names.add(file.toString());
      }
    }
    return names.isEmpty() ? "the JDK's certificates" : String.join(", ", names);
  }

  /** Without contents, one of which is a secret. */
  @Override
  public String toString() {
    return names();
  }

  private static @Nullable String text(@Nullable TlsFile file) {
    if (file == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(file + " does not exist", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + " cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
  }
}
