package io.numetry.bench.jmh.series;

import io.opentelemetry.exporter.internal.otlp.metrics.LowAllocationMetricsRequestMarshaler;
import io.opentelemetry.sdk.metrics.data.MetricData;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;

/**
 * OpenTelemetry Java's own encoding of OTLP, the one that its exporter takes for reusable data,
 * into memory that is reused.
 */
public final class OpenTelemetryEncoding {
  private final LowAllocationMetricsRequestMarshaler marshaler =
      new LowAllocationMetricsRequestMarshaler();
  private final Memory memory = new Memory();

  /** Bytes of the request. */
  public long encode(Collection<MetricData> data) {
    memory.size = 0;
    try {
      marshaler.initialize(data);
      marshaler.writeBinaryTo(memory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      marshaler.reset();
    }
    return memory.size;
  }

  public byte[] bytes(Collection<MetricData> data) {
    long size = encode(data);
    return Arrays.copyOf(memory.bytes, (int) size);
  }

  /** Grows to the largest request. */
  private static final class Memory extends OutputStream {
    byte[] bytes = new byte[1 << 16];
    int size;

    @Override
    public void write(int b) {
      ensure(1);
      bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      ensure(length);
      System.arraycopy(from, offset, bytes, size, length);
      size += length;
    }

    private void ensure(int more) {
      if (size + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
      }
    }
  }
}
