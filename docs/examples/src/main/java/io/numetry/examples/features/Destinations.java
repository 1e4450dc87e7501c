package io.numetry.examples.features;

import io.numetry.exporter.OtlpMetricExporter;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.exporter.config.ProxyOptions;
import java.nio.file.Path;

/** Where metrics go, and by which way. */
final class Destinations {
  private Destinations() {}

  // guide: grpc
  static OtlpMetricExporter overGrpc() {
    return OtlpMetricExporter.builder()
        .protocol(OtlpProtocol.GRPC)
        .endpoint("http://collector:4317")
        .compression(Compression.GZIP)
        .build();
  }

  // guide: end

  // guide: tls
  static OtlpMetricExporter overMutualTls(Path secrets) {
    return OtlpMetricExporter.builder()
        .endpoint("https://collector:4318")
        .certificate(secrets.resolve("ca.pem")) // whom to trust; without it, whom the JDK trusts
        .clientCertificate(secrets.resolve("engine.pem"))
        .clientKey(secrets.resolve("engine.key"))
        .build();
  }

  // guide: end

  // guide: proxy
  static OtlpMetricExporter throughProxy(String user, String password) {
    return OtlpMetricExporter.builder()
        .endpoint("https://collector.example.com")
        .proxy(new ProxyOptions("proxy", 3128, user, password))
        .build();
  }

  // guide: end

  // guide: socket
  static OtlpMetricExporter toASocketOfThisHost() {
    return OtlpMetricExporter.builder().endpoint("unix:///run/collector/otlp.sock").build();
  }
  // guide: end
}
