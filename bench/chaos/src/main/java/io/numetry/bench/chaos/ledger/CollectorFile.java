package io.numetry.bench.chaos.ledger;

import com.google.protobuf.util.JsonFormat;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a collector has written down of what it decoded, a request in OTLP/JSON on each line. It
 * settles which of the requests it has that broke off while it had them.
 */
public final class CollectorFile {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

  private final Map<Long, Integer> contents = new HashMap<>();

  private CollectorFile() {}

  /**
   * Reads it.
   *
   * @param lifeAttribute of the resource: tells the life that points are of
   * @throws IOException if it cannot be read
   */
  public static CollectorFile read(Path file, SeriesNumbers numbers, String lifeAttribute)
      throws IOException {
    var read = new CollectorFile();
    if (!Files.exists(file)) {
      return read;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var builder = ExportMetricsServiceRequest.newBuilder();
        PARSER.merge(line, builder);
        ExportMetricsServiceRequest request = builder.build();
        var receipt =
            new Receipt(
                0,
                0,
                RequestPoints.life(request, lifeAttribute),
                RequestPoints.of(request, numbers),
                "collector");
        read.contents.merge(receipt.content(), 1, Integer::sum);
      }
    }
    return read;
  }

  /**
   * Gives receipts of unknown fate theirs.
   *
   * @param receipts all that went to this collector
   * @return what does not fit
   */
  public List<String> settle(List<Receipt> receipts) {
    List<String> differences = new ArrayList<>();
    Map<Long, Integer> left = new HashMap<>(contents);
    for (Receipt receipt : receipts) {
      if (receipt.fate() == Fate.TAKEN && !takeOne(left, receipt)) {
        differences.add("the collector accepted a request and did not write it down");
      }
    }
    receipts.stream()
        .filter(receipt -> receipt.fate() == Fate.UNKNOWN && takeOne(left, receipt))
        .forEach(receipt -> receipt.fate(Fate.TAKEN));
    long unexpected = left.values().stream().filter(count -> count != 0).count();
    if (unexpected > 0) {
      differences.add("the collector wrote down " + unexpected + " requests that nobody sent");
    }
    return differences;
  }

  private static boolean takeOne(Map<Long, Integer> left, Receipt receipt) {
    int count = left.getOrDefault(receipt.content(), 0);
    if (count > 0) {
      left.put(receipt.content(), count - 1);
    }
    return count > 0;
  }
}
