package io.numetry.bench.chaos.gate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.numetry.bench.chaos.ledger.Receipt;
import io.numetry.bench.chaos.ledger.Receipt.Fate;
import io.numetry.bench.chaos.plan.Fault;
import io.numetry.bench.chaos.plan.FaultSequence;
import io.numetry.bench.chaos.plan.Weather;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** OTLP over gRPC, on gRPC's own library, behind a {@link Pipe} that cuts. */
public final class GrpcGate implements Gate {
  private static final Status.Code[] LATER = {
    Status.Code.CANCELLED,
    Status.Code.DEADLINE_EXCEEDED,
    Status.Code.ABORTED,
    Status.Code.OUT_OF_RANGE,
    Status.Code.UNAVAILABLE,
    Status.Code.DATA_LOSS
  };
  private static final int CUT_WITHIN_BYTES = 12_000;

  /** It tells of each connection that is cut; kept here, or its level would be forgotten. */
  private static final Logger GRPC_LOG = Logger.getLogger("io.grpc");

  static {
    GRPC_LOG.setLevel(Level.OFF);
  }

  private final int exporter;
  private final Reception reception;
  private final Backend backend;
  private final FaultSequence sequence;
  private final int tooLargeBytes;
  private final FaultCounts counts = new FaultCounts();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Server server;
  private final Pipe pipe;
  private volatile Weather weather = Weather.CLEAR;

  /**
   * @param tooLargeBytes more than the client takes of an answer
   */
  public GrpcGate(
      int exporter,
      Reception reception,
      Backend backend,
      FaultSequence sequence,
      int tooLargeBytes) {
    this.exporter = exporter;
    this.reception = reception;
    this.backend = backend;
    this.sequence = sequence;
    this.tooLargeBytes = tooLargeBytes;
    try {
      this.server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(service())
              .executor(threads)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.pipe =
        new Pipe(
            "grpc-gate",
            server.getPort(),
            reception::life,
            any -> cutAfterBytes(),
            reception.timeoutNanos());
    pipe.open();
  }

  @Override
  public int port() {
    return pipe.port();
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
      pipe.shut();
      backend.kill();
    } else if (wasGone) {
      backend.start();
      pipe.open();
    }
  }

  @Override
  public void close() {
    pipe.close();
    server.shutdownNow();
    threads.shutdownNow();
    backend.close();
  }

  /** Under weather that cuts, every third connection is cut by its bytes. */
  private int cutAfterBytes() {
    if (weather == Weather.CUTTING && sequence.choice(3) == 0) {
      counts.add(Fault.CUT_REQUEST);
      return 1 + sequence.choice(CUT_WITHIN_BYTES);
    }
    return Pipe.NEVER;
  }

  private ServerServiceDefinition service() {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MetricsServiceGrpc.getExportMethod().getFullMethodName())
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    return ServerServiceDefinition.builder(MetricsServiceGrpc.SERVICE_NAME)
        .addMethod(
            method,
            (call, headers) -> {
              call.request(2);
              return new Exchange(call);
            })
        .build();
  }

  /** One call, from its request to its answer. */
  private final class Exchange extends ServerCall.Listener<byte[]> {
    private final ServerCall<byte[], byte[]> call;
    private final int port;
    private final @Nullable ClientConnection connection;
    private byte @Nullable [] request;

    Exchange(ServerCall<byte[], byte[]> call) {
      this.call = call;
      Attributes attributes = call.getAttributes();
      this.port =
          attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress remote
              ? remote.getPort()
              : 0;
      this.connection = pipe.connection(port);
      if (connection != null) {
        connection.requestBegins();
      }
    }

    @Override
    public void onMessage(byte[] message) {
      request = message;
    }

    @Override
    public void onHalfClose() {
      byte[] message = request;
      Weather now = weather;
      if (message == null || connection == null || now == Weather.GONE) {
        pipe.cut(port);
        return;
      }
      Fault fault = sequence.next(now);
      counts.add(fault);
      answer(connection, message, fault);
    }

    private void answer(ClientConnection from, byte[] message, Fault fault) {
      switch (fault) {
        case CUT_BEFORE, CUT_REQUEST -> pipe.cut(port);
        case GARBAGE -> pipe.garbleAndCut(port);
        case LATER -> refuse(Status.fromCode(LATER[sequence.choice(LATER.length)]));
        case LATER_AFTER -> throttle();
        case REFUSED, TOO_LARGE -> {
          from.received(reception.receive(exporter, from.life(), message, fault, Fate.REFUSED));
          if (fault == Fault.REFUSED) {
            refuse(Status.INVALID_ARGUMENT.withDescription("not these"));
          } else {
            say(new byte[tooLargeBytes]);
          }
          from.answered();
        }
        case SLOW -> {
          sleepMillis(50 + sequence.choice(350));
          take(from, message, fault);
        }
        default -> take(from, message, fault);
      }
    }

    private void take(ClientConnection from, byte[] message, Fault fault) {
      Receipt receipt = reception.receive(exporter, from.life(), message, fault, Fate.UNKNOWN);
      from.received(receipt);
      byte[] reply = backend.exchange(head(message.length), message);
      if (reply == null) {
        pipe.cut(port);
        return;
      }
      try {
        if (HttpMessages.status(reply) != 200) {
          reception.complain("the collector behind answered " + HttpMessages.status(reply));
          pipe.cut(port);
          return;
        }
      } catch (IOException e) {
        pipe.cut(port);
        return;
      }
      receipt.fate(Fate.TAKEN);
      switch (fault) {
        case CUT_RESPONSE -> pipe.cut(port);
        case SILENT -> {
          // The client gives up, and ends the connection.
          from.cut();
        }
        case GARBAGE_AFTER, ENDLESS_HEADERS -> pipe.garbleAndCut(port);
        case PARTIAL -> {
          receipt.rejected(1 + sequence.choice(receipt.points().size()));
          say(Answers.partialSuccess(receipt.rejected()).toByteArray());
          from.answered();
        }
        case BAD_BODY -> {
          say(Answers.brokenProtobuf());
          from.answered();
        }
        default -> {
          say(new byte[0]);
          from.answered();
        }
      }
    }

    private void say(byte[] message) {
      call.sendHeaders(new Metadata());
      call.sendMessage(message);
      call.close(Status.OK, new Metadata());
    }

    private void refuse(Status status) {
      call.close(status, new Metadata());
    }

    private void throttle() {
      var retry =
          RetryInfo.newBuilder()
              .setRetryDelay(
                  Duration.newBuilder().setNanos(50_000_000 + sequence.choice(250_000_000)))
              .build();
      boolean exhausted = sequence.choice(2) == 0;
      var status =
          com.google.rpc.Status.newBuilder()
              .setCode(
                  (exhausted ? Status.Code.RESOURCE_EXHAUSTED : Status.Code.UNAVAILABLE).value())
              .setMessage("later")
              .addDetails(Any.pack(retry))
              .build();
      var exception = StatusProto.toStatusRuntimeException(status);
      Metadata trailers = exception.getTrailers();
      call.close(exception.getStatus(), trailers == null ? new Metadata() : trailers);
    }
  }

  private static byte[] head(int contentLength) {
    return ("POST /v1/metrics HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
            + "Content-Length: "
            + contentLength
            + "\r\n\r\n")
        .getBytes(US_ASCII);
  }

  private static void sleepMillis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
