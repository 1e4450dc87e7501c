package io.numetry.examples.received;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a collector has written to a file: a request in OTLP/JSON on each line. */
public final class OtlpJsonFile {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private OtlpJsonFile() {}

  /**
   * Reads all lines that are complete.
   *
   * @throws IOException if the file cannot be read, or a line is no request
   */
  public static MetricTotals read(Path file) throws IOException {
    var totals = new MetricTotals();
    String text = Files.readString(file);
    int line = 1;
    int begin = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      try {
        var request = ExportMetricsServiceRequest.newBuilder();
        PARSER.merge(text.substring(begin, end), request);
        totals.add(request.build());
      } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
        throw new IOException(file + ", line " + line + ": " + e.getMessage(), e);
      }
      begin = end + 1;
      line++;
    }
    return totals;
  }
}
