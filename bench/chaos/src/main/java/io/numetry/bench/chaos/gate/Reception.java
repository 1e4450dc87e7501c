package io.numetry.bench.chaos.gate;

import com.google.protobuf.InvalidProtocolBufferException;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipts;
import io.numetry.bench.chaos.ledger.RequestPoints;
import io.numetry.bench.chaos.plan.Fault;
import io.numetry.bench.chaos.point.SeriesNumbers;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Where requests are decoded and written down, whoever they come through.
 *
 * <p>Any thread.
 */
public final class Reception {
  private final SeriesNumbers numbers;
  private final Receipts receipts;
  private final IntSupplier life;
  private final String lifeAttribute;
  private final long timeoutNanos;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param life of the process that runs now
   * @param lifeAttribute of the resource: tells the life that points are of
   * @param timeoutNanos the client's, for one attempt
   */
  public Reception(
      SeriesNumbers numbers,
      Receipts receipts,
      IntSupplier life,
      String lifeAttribute,
      long timeoutNanos) {
    this.numbers = numbers;
    this.receipts = receipts;
    this.life = life;
    this.lifeAttribute = lifeAttribute;
    this.timeoutNanos = timeoutNanos;
  }

  long timeoutNanos() {
    return timeoutNanos;
  }

  int life() {
    return life.getAsInt();
  }

  /** Decodes a request, and writes down that it came; its fate may be changed afterwards. */
  Receipt receive(int exporter, int senderLife, byte[] protobuf, Fault fault, Receipt.Fate fate) {
    try {
      ExportMetricsServiceRequest request = ExportMetricsServiceRequest.parseFrom(protobuf);
      var receipt =
          new Receipt(
              exporter,
              senderLife,
              RequestPoints.life(request, lifeAttribute),
              RequestPoints.of(request, numbers),
              fault.name());
      receipt.fate(fate);
      receipts.add(receipt);
      return receipt;
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      complain("a request cannot be decoded: " + e);
      throw new IllegalStateException(e);
    }
  }

  /** Something that must not happen, and is no fault of the plan. */
  synchronized void complain(String complaint) {
    complaints.add(complaint);
  }

  public synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }
}
