package io.numetry.self;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param error of its last attempt
 * @param httpStatus of the last answer; null if none came, or it was gRPC's
 * @param grpcStatus name of the last status; null if there was none, or no gRPC. The key is the one
 *     after semantic conventions 1.44, which had {@code rpc.response.status_code}
 */
@AttributeSet
public record OperationOutcome(
    ExportError error,
    @Attribute("http.response.status_code") @Nullable Integer httpStatus,
    @Attribute("rpc.status_code") @Nullable String grpcStatus) {}
