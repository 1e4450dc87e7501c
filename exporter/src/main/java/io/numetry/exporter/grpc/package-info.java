/** OTLP over gRPC: what a call is made of, and what its status means for a frame. */
@NullMarked
package io.numetry.exporter.grpc;

import org.jspecify.annotations.NullMarked;
