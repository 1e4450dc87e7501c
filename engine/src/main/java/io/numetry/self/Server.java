package io.numetry.self;

import io.numetry.schema.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a component sends to, whatever proxies are on the way (semantic conventions, "Server").
 *
 * @param address a host's name or address, or the path of a Unix domain socket
 * @param port null for a socket
 */
@AttributeSet(prefix = "server")
public record Server(String address, @Nullable Integer port) {}
