package io.numetry.exporter.testkit;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** An authority of a test's own, and certificates that it has issued, as files in PEM. */
public final class Certificates {
  private final Path folder;
  private final X509Bundle authority;

  /** A certificate and its key. */
  public record Pair(Path certificate, Path key) {
    public File certificateFile() {
      return certificate.toFile();
    }

    public File keyFile() {
      return key.toFile();
    }
  }

  public Certificates(Path folder) {
    this.folder = folder;
    try {
      authority =
          new CertificateBuilder()
              .subject("CN=Tests' authority")
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What clients are to trust. */
  public Path authority() {
    return write("authority.pem", authority.getCertificatePEM());
  }

  /** For a server on this host. */
  public Pair server() {
    return issue("server", "localhost");
  }

  /** For a server, a name that is not this host's among others. */
  public Pair serverOf(String name) {
    return issue(name, name);
  }

  public Pair client() {
    return issue("client", "client");
  }

  private Pair issue(String file, String name) {
    try {
      CertificateBuilder builder =
          new CertificateBuilder().subject("CN=" + name).addSanDnsName(name);
      if (name.equals("localhost")) {
        builder.addSanIpAddress(InetAddress.getLoopbackAddress().getHostAddress());
      }
      X509Bundle bundle = builder.buildIssuedBy(authority);
      return new Pair(
          write(file + ".pem", bundle.getCertificatePEM()),
          write(file + ".key", bundle.getPrivateKeyPEM()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
