package io.numetry.bench.chaos.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.bench.chaos.point.SeriesNumbers;
import io.numetry.bench.chaos.point.WirePoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Reads a journal up to its end, or to the record that a kill has torn. */
public final class JournalReader {
  private final SeriesNumbers numbers;
  private final Map<Integer, Integer> series = new HashMap<>();

  private JournalReader(SeriesNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads the journal of a life.
   *
   * @return bytes at the end that are no whole record
   */
  public static long read(Path folder, int life, SeriesNumbers numbers, JournalListener listener)
      throws IOException {
    Path file = JournalFormat.file(folder, life);
    if (!Files.exists(file)) {
      return 0; // it did not live long enough to make one
    }
    try (var channel = FileChannel.open(file)) {
      ByteBuffer all =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return new JournalReader(numbers).read(all, listener);
    }
  }

  private long read(ByteBuffer all, JournalListener listener) {
    while (all.remaining() >= JournalFormat.HEADER_BYTES) {
      int payloadBytes = all.getInt(all.position());
      if (payloadBytes < 0 || all.remaining() - JournalFormat.HEADER_BYTES < payloadBytes) {
        return all.remaining();
      }
      int end = all.position() + JournalFormat.HEADER_BYTES + payloadBytes;
      var checksum = new CRC32C();
      checksum.update(all.duplicate().position(all.position() + 2 * Integer.BYTES).limit(end));
      if (all.getInt(all.position() + Integer.BYTES) != (int) checksum.getValue()) {
        return all.remaining();
      }
      int type = all.getInt(all.position() + 2 * Integer.BYTES);
      all.position(all.position() + JournalFormat.HEADER_BYTES);
      tell(type, all, end, listener);
      all.position(end);
    }
    return all.remaining();
  }

  private void tell(int type, ByteBuffer payload, int end, JournalListener listener) {
    switch (type) {
      case JournalFormat.SERIES -> {
        int number = payload.getInt();
        byte[] text = new byte[end - payload.position()];
        payload.get(text);
        series.put(number, numbers.of(new String(text, UTF_8)));
      }
      case JournalFormat.COLLECTION -> {
        int exporter = payload.getInt();
        int count = payload.getInt();
        long time = payload.getLong();
        listener.collection(exporter, time, points(payload, count, time));
      }
      case JournalFormat.TAKEN -> listener.taken(payload.getInt(), payload.getLong());
      case JournalFormat.SAFE -> listener.safe(payload.getInt(), payload.getLong());
      default -> throw new IllegalStateException("journal: type=" + type);
    }
  }

  private List<WirePoint> points(ByteBuffer payload, int count, long time) {
    List<WirePoint> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Integer number = series.get(payload.getInt());
      if (number == null) {
        throw new IllegalStateException("journal: a point of a series without a name");
      }
      points.add(
          new WirePoint(
              number,
              payload.getLong(),
              time,
              payload.getLong(),
              payload.getDouble(),
              payload.getDouble()));
    }
    return points;
  }
}
