package io.numetry.exporter.net;

import io.numetry.exporter.config.Destination;
import io.numetry.exporter.config.Destination.HostAndPort;
import io.numetry.exporter.config.Destination.UnixSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The addresses of a destination as they are now. */
final class Addresses {

  private Addresses() {}

  /** Looks up; may block as long as the system does. */
  static List<SocketAddress> of(Destination destination) throws UnknownHostException {
    return switch (destination) {
      case UnixSocket socket -> List.of(UnixDomainSocketAddress.of(socket.path()));
      case HostAndPort host -> {
        List<SocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host.host())) {
          addresses.add(new InetSocketAddress(address, host.port()));
        }
        yield addresses;
      }
    };
  }
}
