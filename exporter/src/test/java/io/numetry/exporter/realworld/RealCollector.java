package io.numetry.exporter.realworld;

import io.numetry.exporter.testkit.Certificates;
import io.numetry.exporter.testkit.Frames;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenTelemetry Collector that writes down what it decodes, or refuses it. */
final class RealCollector implements AutoCloseable {
  private static final Pattern VALUE = Pattern.compile("\"asInt\":\"(\\d+)\"");

  private final Path received;
  private final int grpcPort;
  private final int httpPort;
  private final boolean isTls;
  private final Program program;

  private RealCollector(Path folder, String exporterOptions, String tls) {
    this(folder, exporterOptions, tls, "", Program.freePort(), Program.freePort());
  }

  private RealCollector(
      Path folder,
      String exporterOptions,
      String tls,
      String httpOptions,
      int grpcPort,
      int httpPort) {
    this.grpcPort = grpcPort;
    this.httpPort = httpPort;
    this.isTls = !tls.isEmpty();
    this.received = folder.resolve("received.jsonl");
    Path config = folder.resolve("collector.yaml");
    var lines = new ArrayList<String>();
    lines.add("receivers:");
    lines.add("  otlp:");
    lines.add("    protocols:");
    lines.add("      grpc:");
    lines.add("        endpoint: 127.0.0.1:" + grpcPort);
    lines.add("        max_recv_msg_size_mib: 64");
    lines.add(tls.indent(8).stripTrailing());
    lines.add("      http:");
    lines.add("        endpoint: 127.0.0.1:" + httpPort);
    lines.add(tls.indent(8).stripTrailing());
    lines.add(httpOptions.indent(8).stripTrailing());
    lines.add("exporters:");
    lines.add("  jsonfile:");
    lines.add("    path: " + received);
    lines.add(exporterOptions.indent(4).stripTrailing());
    lines.add("service:");
    lines.add("  telemetry:");
    lines.add("    metrics:");
    lines.add("      level: none");
    lines.add("  pipelines:");
    lines.add("    metrics:");
    lines.add("      receivers: [otlp]");
    lines.add("      exporters: [jsonfile]");
    try {
      Files.write(config, lines);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Path binary =
        Program.namedBy(
            "NUMETRY_OTELCOL", "an OpenTelemetry Collector that has the exporter jsonfile");
    this.program =
        new Program(
            List.of(binary.toString(), "--config", config.toString()),
            folder.resolve("collector.log"),
            httpPort);
  }

  static RealCollector plain(Path folder) {
    return new RealCollector(folder, "", "");
  }

  /** At the ports of one that is gone. */
  static RealCollector inPlaceOf(RealCollector former, Path folder) {
    return new RealCollector(folder, "", "", "", former.grpcPort, former.httpPort);
  }

  /**
   * One that decodes nothing else over HTTP, but what is not compressed.
   *
   * @param algorithm as its option has it
   */
  static RealCollector decoding(Path folder, String algorithm) {
    return new RealCollector(
        folder,
        "",
        "",
        "compression_algorithms: [\"\", " + algorithm + "]",
        Program.freePort(),
        Program.freePort());
  }

  /**
   * One that refuses everything.
   *
   * @param how retryable or permanent
   */
  static RealCollector refusing(Path folder, String how) {
    return new RealCollector(folder, "refuse: " + how, "");
  }

  static RealCollector withTls(Path folder, Certificates.Pair certificate) {
    return new RealCollector(folder, "", tls(certificate));
  }

  /** With TLS, for clients that the authority has certified. */
  static RealCollector withTls(Path folder, Certificates.Pair certificate, Path authority) {
    return new RealCollector(folder, "", tls(certificate) + "\n  client_ca_file: " + authority);
  }

  private static String tls(Certificates.Pair certificate) {
    return "tls:\n  cert_file: " + certificate.certificate() + "\n  key_file: " + certificate.key();
  }

  String httpUrl() {
    return (isTls ? "https" : "http") + "://localhost:" + httpPort;
  }

  String grpcUrl() {
    return (isTls ? "https" : "http") + "://localhost:" + grpcPort;
  }

  int httpPort() {
    return httpPort;
  }

  int grpcPort() {
    return grpcPort;
  }

  /** What it has decoded, a request each. */
  List<ExportMetricsServiceRequest> requests() throws IOException {
    return Files.readAllLines(received).stream().map(Frames::parseJson).toList();
  }

  /** The sum of all values that it has decoded: of points that count one each, their number. */
  long sum() throws IOException {
    if (!Files.exists(received)) {
      return 0;
    }
    long sum = 0;
    Matcher value = VALUE.matcher(Files.readString(received));
    while (value.find()) {
      sum += Long.parseLong(value.group(1));
    }
    return sum;
  }

  @Override
  public void close() {
    program.close();
  }
}
