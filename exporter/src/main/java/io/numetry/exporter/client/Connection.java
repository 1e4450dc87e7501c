package io.numetry.exporter.client;

/** An open connection. Threads: the event loop alone. */
interface Connection {

  /** How many more calls it takes at this moment. */
  int spareCalls();

  /** It takes several calls at a time, and there is no use in another one beside it. */
  boolean isShared();

  /**
   * Sends a call's request. The call is told what comes of it, and {@link Call#detached} once when
   * the connection has no more to tell of it.
   */
  void begin(Call call);

  /**
   * The call is not to be waited for. Ends it soon; no further call is taken.
   *
   * @param stuck the call's memory is not given back by less than the connection's end
   */
  void abort(Call call, boolean stuck);

  /** Ends at once. */
  void hangUp();
}
