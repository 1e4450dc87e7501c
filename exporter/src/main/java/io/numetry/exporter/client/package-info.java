/** Requests over HTTP/1.1 and HTTP/2: connections, streams, time limits. */
@NullMarked
package io.numetry.exporter.client;

import org.jspecify.annotations.NullMarked;
