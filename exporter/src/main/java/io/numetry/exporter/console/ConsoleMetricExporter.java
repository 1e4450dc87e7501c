package io.numetry.exporter.console;

import io.numetry.attribute.Attributes;
import io.numetry.export.ExporterContext;
import io.numetry.export.MetricExporter;
import io.numetry.export.NodeContext;
import io.numetry.export.NodeExporter;
import io.numetry.exporter.config.TemporalityPreference;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.Temporality;
import java.io.PrintStream;

/**
 * Writes metrics to standard output, for development.
 *
 * <pre>{@code
 * Telemetry.builder()
 *     .interval(Duration.ofSeconds(5))
 *     .exporter(ConsoleMetricExporter.builder().build())
 *     .start();
 * }</pre>
 *
 * <p>A thread of its own writes. While the console does not take what is written, a node collects
 * no more, and its values go on accumulating: nothing is lost, and no aggregator waits. Collecting
 * allocates, on the aggregators' threads; recording does not notice it.
 */
public final class ConsoleMetricExporter implements MetricExporter {
  private final ConsoleFormat format;
  private final TemporalityPreference temporality;
  private final ConsolePrinter printer;
  private volatile Attributes resource = Attributes.empty();

  private ConsoleMetricExporter(Builder options) {
    this.format = options.format;
    this.temporality = options.temporality;
    this.printer =
        new ConsolePrinter(
            switch (format) {
              case TABLE -> new TableRendering(options.width, options.maxRows);
              case OTLP_JSON -> new JsonLines();
            },
            options.out);
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Temporality temporality(InstrumentKind kind) {
    return temporality.temporality(kind);
  }

  @Override
  public void start(ExporterContext context) {
    resource = context.resource();
    printer.start();
  }

  @Override
  public NodeExporter openNode(NodeContext node) {
    return switch (format) {
      case TABLE -> new TableNodeExporter(node.node(), printer);
      case OTLP_JSON -> new JsonNodeExporter(node, resource, printer);
    };
  }

  @Override
  public boolean flush(long timeoutNanos) {
    return printer.flush(timeoutNanos);
  }

  @Override
  public void close() {
    printer.close();
  }

  @Override
  public String toString() {
    return "console exporter (" + format.text() + ")";
  }

  /** Options; each is checked when it is set. */
  public static final class Builder {
    private static final int MIN_WIDTH = 40;

    private ConsoleFormat format = ConsoleFormat.TABLE;
    private TemporalityPreference temporality = TemporalityPreference.CUMULATIVE;
    private PrintStream out = System.out;
    private int width = 120;
    private int maxRows = 500;

    Builder() {}

    /** A table by default. */
    public Builder format(ConsoleFormat consoleFormat) {
      format = consoleFormat;
      return this;
    }

    /** What values cover; everything since the start by default. */
    public Builder temporality(TemporalityPreference preference) {
      temporality = preference;
      return this;
    }

    /** Where it is written, standard output by default. It is never closed. */
    public Builder out(PrintStream stream) {
      out = stream;
      return this;
    }

    /**
     * Characters that a table should be wide, 120 by default. Attributes and names are cut to it;
     * numbers never are.
     */
    public Builder width(int characters) {
      if (characters < MIN_WIDTH) {
        throw new IllegalArgumentException(
            "console exporter: width=" + characters + ", write at least " + MIN_WIDTH);
      }
      width = characters;
      return this;
    }

    /** Rows that a table has at most, 500 by default; it tells how many more there are. */
    public Builder maxRows(int rows) {
      if (rows < 1) {
        throw new IllegalArgumentException(
            "console exporter: maxRows=" + rows + ", write at least 1");
      }
      maxRows = rows;
      return this;
    }

    public ConsoleMetricExporter build() {
      return new ConsoleMetricExporter(this);
    }
  }
}
