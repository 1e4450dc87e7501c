package io.numetry.exporter.client;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpResponse;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.config.OtlpEndpoint;
import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.frame.Payload;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.Verdict;
import io.numetry.self.ExportError;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends payloads, each compressed as the destination takes it: as the options say, until the
 * destination says that it does not. A request that it refuses for its compression goes out again
 * at once, less compressed; what got through is how all later ones go.
 *
 * <p>Threads: the event loop alone.
 */
public final class Exchanges implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());

  private final EventLoop loop;
  private final OtlpEndpoint endpoint;
  private final HttpClient client;
  private final Bodies bodies;
  private final Judge judge;
  private final CodingAnswer.Reader codings;
  private final RequestFactory requests;
  private Compression compression;
  private boolean closed;

  /** Makes the request that carries a body. */
  @FunctionalInterface
  public interface RequestFactory {
    HttpRequest of(ByteBuffer body, Compression compression);
  }

  /**
   * @param codings what answers say of compression
   */
  public Exchanges(
      EventLoop loop,
      OtlpOptions options,
      HttpClient client,
      Judge judge,
      CodingAnswer.Reader codings,
      RequestFactory requests) {
    this.loop = loop;
    this.endpoint = options.endpoint();
    this.client = client;
    this.bodies = new Bodies(options);
    this.judge = judge;
    this.codings = codings;
    this.requests = requests;
    this.compression = bodies.compression();
  }

  /**
   * Sends a payload.
   *
   * @param done told the verdict, once, when nothing holds the payload's memory any more
   */
  public void exchange(Payload payload, Consumer<Verdict> done) {
    new Exchange(payload, done).send();
  }

  @Override
  public void close() {
    closed = true;
    client.close();
    bodies.close();
  }

  /** All later requests go like this; told, since it is not what was asked for. */
  private void settleFor(Compression taken, String why) {
    if (taken.compareTo(compression) >= 0) {
      return; // others were on their way, and one of them has told
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} does not take compression={1}: {2}; requests go with compression={3} from now on, and"
            + " nothing is lost; write compression={3} (OTEL_EXPORTER_OTLP_COMPRESSION={3}) to begin"
            + " with it (told once)",
        endpoint,
        compression,
        why,
        taken);
    bodies.retire(compression);
    compression = taken;
  }

  /** One payload on its way, however often that is tried. */
  private final class Exchange implements Judge {
    private final Payload payload;
    private final Consumer<Verdict> done;
    private Compression sent = compression;
    private @Nullable CodingAnswer answer;

    /** Why it goes less compressed than it did first; null if it does not. */
    private @Nullable String refusal;

    Exchange(Payload payload, Consumer<Verdict> done) {
      this.payload = payload;
      this.done = done;
    }

    void send() {
      answer = null;
      bodies.with(
          payload,
          sent,
          this::judged,
          (body, over) -> client.send(requests.of(body, sent), this, over));
    }

    private void judged(Verdict verdict) {
      CodingAnswer said = answer;
      if (said != null && said.refuses()) {
        refused(said, verdict);
        return;
      }
      if (verdict instanceof Verdict.Accepted) {
        if (refusal != null) {
          settleFor(sent, refusal);
        }
        if (said != null && said.excludes(sent)) {
          settleFor(said.insteadOf(sent), "it lists what it takes without it");
        }
      }
      done.accept(verdict);
    }

    private void refused(CodingAnswer said, Verdict verdict) {
      if (refusal == null) {
        refusal = text(verdict);
      }
      sent = said.insteadOf(sent);
      // Not directly: the connection is amid something of its own.
      loop.execute(this::sendAgain);
    }

    private void sendAgain() {
      if (closed) {
        done.accept(new Verdict.Later(Cause.connection("the exporter was closed"), 0));
        return;
      }
      try {
        send();
      } catch (RuntimeException e) {
        // A mistake of ours, and nobody above who would hear of it: the payload waits.
        done.accept(
            new Verdict.Later(
                Cause.of(ExportError.OTHER, "the request could not be made: " + e), 0));
      }
    }

    private static String text(Verdict verdict) {
      if (!(verdict instanceof Verdict.Refused refused)) {
        return verdict.toString();
      }
      String message = refused.message();
      return refused.cause().text() + (message.isEmpty() ? "" : ", " + message);
    }

    @Override
    public Verdict response(FullHttpResponse response) {
      Verdict verdict = judge.response(response);
      answer = sent == Compression.NONE ? null : codings.read(response, verdict, sent);
      return verdict;
    }

    @Override
    public Verdict reset(long errorCode) {
      return judge.reset(errorCode);
    }

    @Override
    public Verdict tooLarge(String cause) {
      return judge.tooLarge(cause);
    }
  }
}
