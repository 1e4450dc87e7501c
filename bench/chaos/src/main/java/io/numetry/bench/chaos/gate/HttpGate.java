package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import io.numetry.bench.chaos.plan.Fault;
import io.numetry.bench.chaos.plan.FaultSequence;
import io.numetry.bench.chaos.plan.Weather;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** OTLP over HTTP/1.1, byte by byte, so that it can be wrong at any byte. */
public final class HttpGate implements Gate {
  private static final int ENDLESS_BYTES = 1 << 20;
  private static final byte[] GARBAGE = "\u0001\u0016\u0003 nonsense\r\n\r\n".getBytes(US_ASCII);

  private final int exporter;
  private final Reception reception;
  private final Backend backend;
  private final FaultSequence sequence;
  private final Answers answers;
  private final FaultCounts counts = new FaultCounts();
  private final Listener listener;
  private volatile Weather weather = Weather.CLEAR;

  /**
   * @param tooLargeBytes more than the client takes of an answer
   */
  public HttpGate(
      int exporter,
      Reception reception,
      Backend backend,
      FaultSequence sequence,
      int tooLargeBytes) {
    this.exporter = exporter;
    this.reception = reception;
    this.backend = backend;
    this.sequence = sequence;
    this.answers = new Answers(sequence, tooLargeBytes);
    this.listener = new Listener("http-gate", this::serve);
    listener.open();
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public FaultCounts faults() {
    return counts;
  }

  @Override
  public void weather(Weather next) {
    boolean wasGone = weather == Weather.GONE;
    weather = next;
    if (next == Weather.GONE) {
      listener.shut();
      backend.kill();
    } else if (wasGone) {
      backend.start();
      listener.open();
    }
  }

  @Override
  public void close() {
    listener.close();
    backend.close();
  }

  private void serve(Socket socket) {
    var connection = new ClientConnection(reception.life());
    try {
      InputStream in = socket.getInputStream();
      for (byte[] head = HttpMessages.readHead(in);
          head != null;
          head = HttpMessages.readHead(in)) {
        connection.requestBegins();
        Weather now = weather;
        if (now == Weather.GONE || !request(socket, connection, head, next(now))) {
          connection.cut();
          Listener.reset(socket);
          return;
        }
      }
      connection.endedByClient(reception.timeoutNanos());
    } catch (IOException e) {
      // Cut by us, or by the death of the process at the other end.
      connection.cut();
    }
  }

  private Fault next(Weather now) {
    Fault fault = sequence.next(now);
    counts.add(fault);
    return fault;
  }

  /** One request; false if the connection is to be cut. */
  private boolean request(Socket socket, ClientConnection connection, byte[] head, Fault fault)
      throws IOException {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    int bytes = HttpMessages.contentLength(head);
    if (fault == Fault.CUT_BEFORE) {
      return false;
    }
    if (fault == Fault.CUT_REQUEST) {
      HttpMessages.readBody(in, bytes / 2);
      return false;
    }
    byte[] body = HttpMessages.readBody(in, bytes);
    byte[] plain = HttpMessages.decoded(head, body);
    switch (fault) {
      case GARBAGE -> {
        out.write(GARBAGE);
        return false;
      }
      case LATER, LATER_AFTER -> {
        out.write(answers.later(fault == Fault.LATER_AFTER));
        return true;
      }
      case REFUSED, TOO_LARGE -> {
        connection.received(
            reception.receive(exporter, connection.life(), plain, fault, Fate.REFUSED));
        // Of what is too large the beginning tells: the client ends the connection there.
        out.write(fault == Fault.REFUSED ? answers.refused() : answers.tooLarge());
        connection.answered();
        return true;
      }
      case SLOW -> sleepMillis(50 + sequence.choice(350));
      default -> {
        // passed on at once
      }
    }
    Receipt receipt = reception.receive(exporter, connection.life(), plain, fault, Fate.UNKNOWN);
    connection.received(receipt);
    byte[] reply = backend.exchange(head, body);
    if (reply == null) {
      return false;
    }
    if (HttpMessages.status(reply) != 200) {
      reception.complain("the collector behind answered " + HttpMessages.status(reply));
      return false;
    }
    receipt.fate(Fate.TAKEN);
    return answer(socket, connection, receipt, reply, fault);
  }

  private boolean answer(
      Socket socket, ClientConnection connection, Receipt receipt, byte[] reply, Fault fault)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    switch (fault) {
      case CUT_RESPONSE -> {
        out.write(reply, 0, 1 + sequence.choice(reply.length - 1));
        return false;
      }
      case SILENT -> {
        awaitEnd(socket);
        return false;
      }
      case GARBAGE_AFTER -> {
        out.write(GARBAGE);
        return false;
      }
      case ENDLESS_HEADERS -> {
        endlessHeaders(out);
        return false;
      }
      case PARTIAL -> {
        receipt.rejected(1 + sequence.choice(receipt.points().size()));
        out.write(answers.partial(receipt.rejected()));
      }
      case BAD_BODY -> out.write(answers.badBody());
      default -> out.write(reply);
    }
    connection.answered();
    return true;
  }

  /** Until the client has given up. */
  private void awaitEnd(Socket socket) throws IOException {
    socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(2 * reception.timeoutNanos()));
    int next = socket.getInputStream().read();
    if (next >= 0) {
      reception.complain("a client went on without having been answered");
    }
  }

  private static void endlessHeaders(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
    byte[] header = ("X-Endless: " + "x".repeat(500) + "\r\n").getBytes(US_ASCII);
    for (int sent = 0; sent < ENDLESS_BYTES; sent += header.length) {
      out.write(header);
    }
  }

  private static void sleepMillis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
