package io.numetry.exporter.net;

import io.netty.channel.Channel;

/** Told how opening a channel ended, once, on the event loop. */
public interface ChannelListener {

  /**
   * Bytes can be exchanged with the destination: through the proxy, and TLS, if there are such.
   * Handlers are added to the end of the pipeline before this returns.
   *
   * @param applicationProtocol that TLS has agreed on; empty if none
   */
  void opened(Channel channel, String applicationProtocol);

  /**
   * There is no channel.
   *
   * @param cause for a log
   */
  void failed(String cause);
}
