package io.numetry.bench.chaos.journal;

import io.numetry.bench.chaos.journal.TallyField.OfCore;
import io.numetry.bench.chaos.journal.TallyField.OfExporter;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Numbers in a mapped file: one process writes them, and whoever looks on reads them, also after
 * the writer was killed.
 *
 * <p>Each field has one writer. A value is written by a volatile store: what the program does next
 * comes after it, so that a kill in between finds the number written.
 */
@SuppressWarnings("EnumOrdinal") // both ends are of one build
public final class Tally {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int OF_CORE = OfCore.values().length;
  private static final int OF_EXPORTER = OfExporter.values().length;
  private static final int MAX_CORES = 16;
  private static final int MAX_EXPORTERS = 4;
  private static final int CORES_AT = TallyField.values().length;
  private static final int EXPORTERS_AT = CORES_AT + MAX_CORES * OF_CORE;
  private static final int FIELDS = EXPORTERS_AT + MAX_EXPORTERS * OF_EXPORTER;

  private final ByteBuffer memory;

  private Tally(MappedByteBuffer memory) {
    this.memory = memory.order(ByteOrder.nativeOrder());
  }

  /** Of a life; made with zeros if it is not there. */
  public static Tally of(Path folder, int life) throws IOException {
    try (var channel =
        FileChannel.open(
            folder.resolve("life-" + life + ".tally"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return new Tally(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) FIELDS * Long.BYTES));
    }
  }

  public void set(TallyField field, long value) {
    set(field.ordinal(), value);
  }

  public long get(TallyField field) {
    return get(field.ordinal());
  }

  public void set(int core, OfCore field, long value) {
    set(CORES_AT + core * OF_CORE + field.ordinal(), value);
  }

  public long get(int core, OfCore field) {
    return get(CORES_AT + core * OF_CORE + field.ordinal());
  }

  public void set(int exporter, OfExporter field, long value) {
    set(EXPORTERS_AT + exporter * OF_EXPORTER + field.ordinal(), value);
  }

  public long get(int exporter, OfExporter field) {
    return get(EXPORTERS_AT + exporter * OF_EXPORTER + field.ordinal());
  }

  private void set(int index, long value) {
    LONG.setVolatile(memory, index * Long.BYTES, value);
  }

  private long get(int index) {
    return (long) LONG.getVolatile(memory, index * Long.BYTES);
  }
}
