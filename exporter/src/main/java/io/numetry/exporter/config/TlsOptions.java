package io.numetry.exporter.config;

import org.jspecify.annotations.Nullable;

/**
 * The files for TLS.
 *
 * @param certificate certificates to trust; null for those that the JDK trusts
 * @param clientCertificate the client's own certificate, and what is between it and its root; null
 *     if it has none
 * @param clientKey the key of that
 */
public record TlsOptions(
    @Nullable TlsFile certificate,
    @Nullable TlsFile clientCertificate,
    @Nullable TlsFile clientKey) {
  public static final TlsOptions DEFAULT = new TlsOptions(null, null, null);

  public TlsOptions {
    if (clientCertificate != null && clientKey == null) {
      throw new IllegalArgumentException(
          clientCertificate + " is set without its key; set the client's key, too");
    }
    if (clientKey != null && clientCertificate == null) {
      throw new IllegalArgumentException(
          clientKey + " is set without its certificate; set the client's certificate, too");
    }
  }
}
