package io.numetry.bench.chaos.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.bench.chaos.point.WirePoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes down what is about to happen, and then that it has. Any thread. */
public final class JournalWriter implements AutoCloseable {
  private final FileChannel channel;
  private final Map<String, Integer> series = new HashMap<>();
  private ByteBuffer record = allocate(1 << 16);

  public JournalWriter(Path folder, int life) throws IOException {
    channel =
        FileChannel.open(
            JournalFormat.file(folder, life),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);
  }

  /** The number of a series, in this journal. */
  public synchronized int series(String name) {
    Integer known = series.get(name);
    if (known != null) {
      return known;
    }
    int number = series.size();
    series.put(name, number);
    byte[] text = name.getBytes(UTF_8);
    begin(Integer.BYTES + text.length);
    record.putInt(number).put(text);
    end(JournalFormat.SERIES);
    return number;
  }

  /** An exporter is going to be handed these points. */
  public synchronized void collection(int exporter, long timeUnixNanos, List<WirePoint> points) {
    begin(2 * Integer.BYTES + Long.BYTES + points.size() * JournalFormat.POINT_BYTES);
    record.putInt(exporter).putInt(points.size()).putLong(timeUnixNanos);
    for (WirePoint point : points) {
      record
          .putInt(point.series())
          .putLong(point.startUnixNanos())
          .putLong(point.digest())
          .putDouble(point.amount())
          .putDouble(point.total());
    }
    end(JournalFormat.COLLECTION);
  }

  /** It has taken them. */
  public synchronized void taken(int exporter, long timeUnixNanos) {
    begin(Integer.BYTES + Long.BYTES);
    record.putInt(exporter).putLong(timeUnixNanos);
    end(JournalFormat.TAKEN);
  }

  /**
   * The exporter says that what it took first, so many collections, no longer needs the process.
   */
  public synchronized void safe(int exporter, long collections) {
    begin(Integer.BYTES + Long.BYTES);
    record.putInt(exporter).putLong(collections);
    end(JournalFormat.SAFE);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void begin(int payloadBytes) {
    if (record.capacity() < JournalFormat.HEADER_BYTES + payloadBytes) {
      record = allocate(2 * (JournalFormat.HEADER_BYTES + payloadBytes));
    }
    record.clear().position(JournalFormat.HEADER_BYTES);
  }

  private void end(int type) {
    record.flip();
    record.putInt(0, record.limit() - JournalFormat.HEADER_BYTES).putInt(2 * Integer.BYTES, type);
    var checksum = new CRC32C();
    checksum.update(record.duplicate().position(2 * Integer.BYTES));
    record.putInt(Integer.BYTES, (int) checksum.getValue());
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("journal: cannot be written", e);
    }
  }

  private static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
