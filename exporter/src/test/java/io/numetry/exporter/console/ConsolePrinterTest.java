package io.numetry.exporter.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.testkit.LogCapture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConsolePrinterTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Tells which nodes it was given, in one line a call. */
  private static final Rendering NODES =
      new Rendering() {
        @Override
        public String render(List<Collected> collected) {
          return collected.stream()
                  .map(c -> "n\u00f6de " + c.node())
                  .collect(Collectors.joining(","))
              + "\n";
        }

        @Override
        public Charset charset(Charset ofStream) {
          return ofStream;
        }
      };

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private static Collected of(int node) {
    return Collected.ofPoints(node, List.of());
  }

  @Test
  void writesNodesThatCollectTogetherTogether() {
    var printer = new ConsolePrinter(NODES, new PrintStream(written, true, UTF_8));
    printer.nodeOpened();
    printer.nodeOpened();
    printer.submit(of(1));
    printer.submit(of(0));
    printer.start(); // both are there when it first looks
    assertThat(printer.flush(PATIENCE_NANOS)).isTrue();
    printer.submit(of(1));
    assertThat(printer.flush(PATIENCE_NANOS)).as("a flush waits for no other node").isTrue();
    printer.close();
    assertThat(written.toString(UTF_8)).isEqualTo("n\u00f6de 0,n\u00f6de 1\nn\u00f6de 1\n");
  }

  @Test
  void writesInTheStreamsCharset() {
    var printer = new ConsolePrinter(NODES, new PrintStream(written, true, US_ASCII));
    printer.start();
    printer.submit(of(0));
    assertThat(printer.flush(PATIENCE_NANOS)).isTrue();
    printer.close();
    assertThat(written.toString(US_ASCII)).isEqualTo("n?de 0\n");
  }

  @Test
  void aConsoleThatBlocksHoldsUpNobodyElse() throws InterruptedException {
    var goOn = new CountDownLatch(1);
    var blocked = new CountDownLatch(1);
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            blocked.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            written.write(bytes, offset, length);
          }
        };
    var printer = new ConsolePrinter(NODES, new PrintStream(out, true, UTF_8));
    printer.start();
    assertThat(printer.isFree(0)).isTrue();
    printer.submit(of(0));
    blocked.await();
    assertThat(printer.isFree(0)).as("its last collection is not written").isFalse();
    assertThat(printer.isFree(1)).isTrue();
    printer.submit(of(1));
    assertThat(printer.isFree(1)).isFalse();
    assertThat(printer.flush(TimeUnit.MILLISECONDS.toNanos(1))).isFalse();
    goOn.countDown();
    assertThat(printer.flush(PATIENCE_NANOS)).isTrue();
    assertThat(printer.isFree(0)).isTrue();
    printer.close();
    assertThat(written.toString(UTF_8)).isEqualTo("n\u00f6de 0\nn\u00f6de 1\n");
  }

  @Test
  void aConsoleThatIsClosedIsToldOfOnce() {
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    var log = new LogCapture();
    try {
      var printer = new ConsolePrinter(NODES, new PrintStream(out, true, UTF_8));
      printer.start();
      for (int i = 0; i < 3; i++) {
        printer.submit(of(0));
        assertThat(printer.flush(PATIENCE_NANOS)).isTrue();
      }
      printer.close();
      assertThat(log.warnings()).singleElement().asString().contains("cannot be written to");
    } finally {
      log.close();
    }
  }

  @Test
  void isClosedWithoutHavingBeenStarted() {
    var printer = new ConsolePrinter(NODES, new PrintStream(written, true, UTF_8));
    printer.close();
    printer.close();
    assertThat(printer.flush(PATIENCE_NANOS)).isTrue();
    assertThat(written.size()).isZero();
  }
}
