package io.numetry.exporter.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.exporter.frame.Frame;
import io.numetry.exporter.frame.FramePool;
import io.numetry.exporter.testkit.Frames;
import io.numetry.exporter.testkit.Oracle;
import io.numetry.exporter.testkit.TestMetrics;
import io.numetry.exporter.testkit.TestNode;
import io.numetry.numa.MemoryLedger;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests of the encoder share: metrics and encoders that are closed, and the comparison. */
abstract class EncoderCase {
  static final Attributes RESOURCE =
      Attributes.builder()
          .put("service.name", "gateway")
          .put("host.cpus", 64)
          .put("ratio", 0.5)
          .put("production", true)
          .build();
  static final long SPACIOUS = 64 << 20;

  final TestNode node = new TestNode();
  private final List<AutoCloseable> toClose = new ArrayList<>();

  /** An encoder with its frames. */
  final class Encoding {
    final FramePool pool;
    final MetricsEncoder encoder;

    Encoding(long maxBytes, Attributes resource) {
      pool = new FramePool(node, frame -> {}, maxBytes);
      encoder = new MetricsEncoder(node, resource, pool, maxBytes);
      toClose.add(pool);
      toClose.add(encoder);
    }

    Encoding() {
      this(SPACIOUS, RESOURCE);
    }

    List<ExportMetricsServiceRequest> encode(TestMetrics metrics) {
      List<Frame> frames = new ArrayList<>();
      assertThat(encoder.encode(metrics.window(), frames)).as("too large").isZero();
      List<ExportMetricsServiceRequest> requests = frames.stream().map(Frames::parse).toList();
      frames.forEach(Frame::release);
      return requests;
    }
  }

  final TestMetrics metrics(TestMetrics made) {
    toClose.add(made);
    return made;
  }

  @AfterEach
  final void everythingIsGivenBack() throws Exception {
    for (AutoCloseable closeable : toClose.reversed()) {
      closeable.close();
    }
    assertThat(MemoryLedger.snapshot()).isEmpty();
  }

  static void assertEncodes(Encoding encoding, TestMetrics metrics) {
    var oracle = new Oracle(metrics, RESOURCE);
    assertThat(encoding.encode(metrics)).containsExactly(oracle.request(oracle.points()));
  }

  /** Encodes at every limit from the one that holds no point to the one that holds all of them. */
  final void assertSplitsAtEveryLimit(TestMetrics metrics) {
    var oracle = new Oracle(metrics, RESOURCE);
    int whole = oracle.request(oracle.points()).getSerializedSize();
    for (int limit = 1; limit <= whole; limit++) {
      List<Oracle.Point> tooLarge = new ArrayList<>();
      List<ExportMetricsServiceRequest> expected = oracle.requests(limit, tooLarge);
      var pool = new FramePool(node, frame -> {}, limit);
      try (pool;
          var encoder = new MetricsEncoder(node, RESOURCE, pool, limit)) {
        List<Frame> frames = new ArrayList<>();
        long left = encoder.encode(metrics.window(), frames);
        assertThat(frames.stream().map(Frames::parse).toList())
            .as("limit %d", limit)
            .isEqualTo(expected);
        assertThat(left).as("limit %d, left out", limit).isEqualTo(tooLarge.size());
        frames.forEach(Frame::release);
      }
    }
  }
}
