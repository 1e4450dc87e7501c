/** Tests of OTLP over gRPC. */
@NullMarked
package io.numetry.exporter.grpc;

import org.jspecify.annotations.NullMarked;
