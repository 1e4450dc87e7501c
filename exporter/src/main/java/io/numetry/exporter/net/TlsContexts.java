package io.numetry.exporter.net;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.numetry.exporter.config.TlsOptions;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS as the options' files ask for it, read again for each connection: whoever renews a
 * certificate replaces the files, and nothing has to be started again. New files that cannot be
 * used change nothing, and are warned of once.
 *
 * <p>Threads: any, one at a time.
 */
public final class TlsContexts {
  private static final System.Logger LOG = System.getLogger(TlsContexts.class.getName());

  private final TlsOptions options;
  private final List<String> applicationProtocols;
  private PemFiles files;
  private SslContext context;
  private String warned = "";

  /**
   * Reads the files.
   *
   * @param applicationProtocols to offer, the preferred one first
   * @throws IllegalArgumentException if they cannot be used
   */
  public TlsContexts(TlsOptions options, List<String> applicationProtocols) {
    this.options = options;
    this.applicationProtocols = List.copyOf(applicationProtocols);
    this.files = PemFiles.read(options);
    this.context = context(files);
  }

  /** What the next connection is to use. */
  public SslContext current() {
    try {
      PemFiles now = PemFiles.read(options);
      if (!now.equals(files)) {
        context = context(now);
        files = now;
        warned = "";
        LOG.log(System.Logger.Level.INFO, "TLS: the changed certificates are used from now on");
      }
    } catch (IllegalArgumentException e) {
      warnOnce(e.getMessage());
    }
    return context;
  }

  private void warnOnce(@Nullable String message) {
    String warning = String.valueOf(message);
    if (!warning.equals(warned)) {
      warned = warning;
      LOG.log(
          System.Logger.Level.WARNING,
          "TLS: {0}; the certificates that were read before are used on",
          warning);
    }
  }

  private SslContext context(PemFiles pem) {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.JDK)
            .protocols("TLSv1.3", "TLSv1.2")
            .endpointIdentificationAlgorithm("HTTPS")
            .applicationProtocolConfig(
                new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    applicationProtocols));
    List<X509Certificate> trusted = pem.trustedCertificates();
    if (!trusted.isEmpty()) {
      builder.trustManager(trusted);
    }
    PrivateKey key = pem.privateKey();
    if (key != null) {
      builder.keyManager(key, pem.clientCertificates());
    }
    try {
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          pem.names() + " cannot be used for TLS: " + rootMessage(e), e);
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
