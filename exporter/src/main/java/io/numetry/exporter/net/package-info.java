/** Channels: addresses in turn, Unix sockets, proxies, TLS. */
@NullMarked
package io.numetry.exporter.net;

import org.jspecify.annotations.NullMarked;
