package io.numetry.exporter.send;

import io.numetry.exporter.frame.Payload;
import java.util.function.Consumer;

/**
 * A way to a destination: what the sender's state machine knows of HTTP, gRPC and what is below.
 *
 * <p>An exchange ends once, and only when nothing beneath has a hold on the payload's memory any
 * more: whoever is told the verdict may free it. So what breaks an exchange off (a time limit,
 * {@link #close}) need not end it at once.
 *
 * <p>Threads: the event loop alone.
 */
public interface Transport extends AutoCloseable {

  /**
   * Sends a request. There may be several on their way; each has a time limit of its own.
   *
   * @param done told the verdict, once; possibly before this returns
   */
  void exchange(Payload payload, Consumer<Verdict> done);

  /** Breaks off: exchanges end soon, as connections lost; there must be none afterwards. */
  @Override
  void close();
}
