package io.numetry.self;

import io.numetry.attribute.Attributes;
import io.numetry.schema.EnumConstants;
import javax.annotation.processing.Generated;

/** Attributes of a {@link OperationOutcome}: their keys, and how they are made. */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class OperationOutcomeAttributes {
  public static final String ERROR = "error.type";
  public static final String HTTP_STATUS = "http.response.status_code";
  public static final String GRPC_STATUS = "rpc.status_code";

  static {
    // The values of these enums are compiled in.
    EnumConstants.require(
        "OperationOutcome",
        ExportError.class,
        "NONE",
        "REJECTED",
        "TIMEOUT",
        "CONNECTION",
        "PROTOCOL",
        "RESPONSE_TOO_LARGE",
        "REQUEST_TOO_LARGE",
        "SPOOL_FULL",
        "SPOOL_EXPIRED",
        "DISK_FULL",
        "SPOOL_CORRUPT",
        "SHUTDOWN",
        "HTTP_400",
        "HTTP_401",
        "HTTP_403",
        "HTTP_404",
        "HTTP_405",
        "HTTP_407",
        "HTTP_408",
        "HTTP_411",
        "HTTP_413",
        "HTTP_415",
        "HTTP_422",
        "HTTP_429",
        "HTTP_500",
        "HTTP_501",
        "HTTP_502",
        "HTTP_503",
        "HTTP_504",
        "HTTP_505",
        "GRPC_CANCELLED",
        "GRPC_UNKNOWN",
        "GRPC_INVALID_ARGUMENT",
        "GRPC_DEADLINE_EXCEEDED",
        "GRPC_NOT_FOUND",
        "GRPC_ALREADY_EXISTS",
        "GRPC_PERMISSION_DENIED",
        "GRPC_RESOURCE_EXHAUSTED",
        "GRPC_FAILED_PRECONDITION",
        "GRPC_ABORTED",
        "GRPC_OUT_OF_RANGE",
        "GRPC_UNIMPLEMENTED",
        "GRPC_INTERNAL",
        "GRPC_UNAVAILABLE",
        "GRPC_DATA_LOSS",
        "GRPC_UNAUTHENTICATED",
        "OTHER");
  }

  private OperationOutcomeAttributes() {}

  /** The attributes of {@code set}; what is null in it is left out. */
  public static Attributes of(OperationOutcome set) {
    Attributes.Builder attributes = Attributes.builder();
    put(set, attributes);
    return attributes.build();
  }

  /** Adds the attributes of {@code set} to others. */
  public static void put(OperationOutcome set, Attributes.Builder attributes) {
    if (set == null) {
      throw new IllegalArgumentException(
          "attribute set OperationOutcome: is null; give one instead");
    }
    if (set.error() != null && set.error() != ExportError.NONE) {
      attributes.put(ERROR, value(set.error()));
    }
    if (set.httpStatus() != null) {
      attributes.put(HTTP_STATUS, set.httpStatus());
    }
    if (set.grpcStatus() != null) {
      attributes.put(GRPC_STATUS, set.grpcStatus());
    }
  }

  private static String value(ExportError constant) {
    return switch (constant) {
      case NONE -> "";
      case REJECTED -> "rejected";
      case TIMEOUT -> "timeout";
      case CONNECTION -> "connection";
      case PROTOCOL -> "protocol";
      case RESPONSE_TOO_LARGE -> "response_too_large";
      case REQUEST_TOO_LARGE -> "request_too_large";
      case SPOOL_FULL -> "spool_full";
      case SPOOL_EXPIRED -> "spool_expired";
      case DISK_FULL -> "disk_full";
      case SPOOL_CORRUPT -> "spool_corrupt";
      case SHUTDOWN -> "shutdown";
      case HTTP_400 -> "400";
      case HTTP_401 -> "401";
      case HTTP_403 -> "403";
      case HTTP_404 -> "404";
      case HTTP_405 -> "405";
      case HTTP_407 -> "407";
      case HTTP_408 -> "408";
      case HTTP_411 -> "411";
      case HTTP_413 -> "413";
      case HTTP_415 -> "415";
      case HTTP_422 -> "422";
      case HTTP_429 -> "429";
      case HTTP_500 -> "500";
      case HTTP_501 -> "501";
      case HTTP_502 -> "502";
      case HTTP_503 -> "503";
      case HTTP_504 -> "504";
      case HTTP_505 -> "505";
      case GRPC_CANCELLED -> "CANCELLED";
      case GRPC_UNKNOWN -> "UNKNOWN";
      case GRPC_INVALID_ARGUMENT -> "INVALID_ARGUMENT";
      case GRPC_DEADLINE_EXCEEDED -> "DEADLINE_EXCEEDED";
      case GRPC_NOT_FOUND -> "NOT_FOUND";
      case GRPC_ALREADY_EXISTS -> "ALREADY_EXISTS";
      case GRPC_PERMISSION_DENIED -> "PERMISSION_DENIED";
      case GRPC_RESOURCE_EXHAUSTED -> "RESOURCE_EXHAUSTED";
      case GRPC_FAILED_PRECONDITION -> "FAILED_PRECONDITION";
      case GRPC_ABORTED -> "ABORTED";
      case GRPC_OUT_OF_RANGE -> "OUT_OF_RANGE";
      case GRPC_UNIMPLEMENTED -> "UNIMPLEMENTED";
      case GRPC_INTERNAL -> "INTERNAL";
      case GRPC_UNAVAILABLE -> "UNAVAILABLE";
      case GRPC_DATA_LOSS -> "DATA_LOSS";
      case GRPC_UNAUTHENTICATED -> "UNAUTHENTICATED";
      case OTHER -> "_OTHER";
    };
  }
}
