package io.numetry.exporter.testkit;

import io.grpc.Decompressor;
import io.grpc.DecompressorRegistry;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.stub.StreamObserver;
import io.numetry.exporter.testkit.Certificates.Pair;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A destination on gRPC's own library; answers as it is told, by default with success. */
public final class GrpcCollector implements AutoCloseable {
  /**
   * Never shut down, and its threads are daemons: Netty tells of a group's end on a thread that
   * outlives it, which the product must not leave behind, and which tests look for.
   */
  private static final EventLoopGroup LOOPS =
      new MultiThreadIoEventLoopGroup(
          2, new DefaultThreadFactory("grpc-collector", true), NioIoHandler.newFactory());

  private final Server server;
  private final List<ExportMetricsServiceRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Metadata> headers = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** What to do with a request. */
  @FunctionalInterface
  public interface Answer {
    void to(StreamObserver<ExportMetricsServiceResponse> call);
  }

  /** Without TLS. */
  public GrpcCollector() {
    this(builder());
  }

  /** Without TLS; takes gzip, and no zstd. */
  public static GrpcCollector withoutZstd() {
    return new GrpcCollector(
        builder().decompressorRegistry(DecompressorRegistry.getDefaultInstance()));
  }

  /** With TLS. */
  public GrpcCollector(Pair certificate) {
    this(withTls(certificate, null));
  }

  /** With TLS, for clients that an authority has certified. */
  public GrpcCollector(Pair certificate, Path clientAuthority) {
    this(withTls(certificate, clientAuthority));
  }

  public GrpcCollector(NettyServerBuilder builder) {
    try {
      server =
          builder
              .addService(new Service())
              .intercept(new KeepHeaders())
              .directExecutor()
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static NettyServerBuilder builder() {
    return builder(0);
  }

  public static NettyServerBuilder builder(int port) {
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .channelType(NioServerSocketChannel.class)
        .bossEventLoopGroup(LOOPS)
        .workerEventLoopGroup(LOOPS)
        .decompressorRegistry(
            DecompressorRegistry.getDefaultInstance().with(new ZstdDecompressor(), true));
  }

  /** What gRPC's library has none for. */
  private static final class ZstdDecompressor implements Decompressor {
    @Override
    public String getMessageEncoding() {
      return "zstd";
    }

    @Override
    public InputStream decompress(InputStream compressed) throws IOException {
      return Contents.decoding("zstd", compressed);
    }
  }

  private static NettyServerBuilder withTls(Pair certificate, @Nullable Path clientAuthority) {
    try {
      var tls = GrpcSslContexts.forServer(certificate.certificateFile(), certificate.keyFile());
      if (clientAuthority != null) {
        tls.trustManager(clientAuthority.toFile()).clientAuth(ClientAuth.REQUIRE);
      }
      return builder().sslContext(tls.build());
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next request that no earlier answer is for gets this one. */
  public GrpcCollector thenAnswer(Answer answer) {
    answers.add(answer);
    return this;
  }

  public int port() {
    return server.getPort();
  }

  public String authority() {
    return "localhost:" + port();
  }

  public List<ExportMetricsServiceRequest> requests() {
    return requests;
  }

  /** A header of each request, in their order. */
  public List<String> header(String name) {
    var key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    return headers.stream().map(each -> String.valueOf(each.get(key))).toList();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private final class Service extends MetricsServiceGrpc.MetricsServiceImplBase {
    @Override
    public void export(
        ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> call) {
      requests.add(request);
      Answer answer = answers.poll();
      if (answer != null) {
        answer.to(call);
      } else {
        call.onNext(ExportMetricsServiceResponse.getDefaultInstance());
        call.onCompleted();
      }
    }
  }

  private final class KeepHeaders implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
      headers.add(metadata);
      return next.startCall(call, metadata);
    }
  }
}
