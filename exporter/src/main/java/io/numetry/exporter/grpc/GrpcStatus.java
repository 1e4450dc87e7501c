package io.numetry.exporter.grpc;

/** The status codes of gRPC, by their numbers, and which of them OTLP tries again. */
enum GrpcStatus {
  OK(0, false),
  CANCELLED(1, true),
  UNKNOWN(2, false),
  INVALID_ARGUMENT(3, false),
  DEADLINE_EXCEEDED(4, true),
  NOT_FOUND(5, false),
  ALREADY_EXISTS(6, false),
  PERMISSION_DENIED(7, false),

  /** Tried again only with RetryInfo. */
  RESOURCE_EXHAUSTED(8, false),
  FAILED_PRECONDITION(9, false),
  ABORTED(10, true),
  OUT_OF_RANGE(11, true),
  UNIMPLEMENTED(12, false),
  INTERNAL(13, false),
  UNAVAILABLE(14, true),
  DATA_LOSS(15, true),
  UNAUTHENTICATED(16, false);

  private final int code;
  private final boolean retryable;

  GrpcStatus(int code, boolean retryable) {
    this.code = code;
    this.retryable = retryable;
  }

  /** By the OTLP specification's table of "OTLP/gRPC Response", failures. */
  boolean isRetryable() {
    return retryable;
  }

  /** By the text of the header {@code grpc-status}. What is none of them is unknown. */
  static GrpcStatus of(String text) {
    String digits = text.strip();
    boolean isCode = !digits.isEmpty() && digits.length() <= 2;
    for (int i = 0; i < digits.length(); i++) {
      isCode &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (isCode) {
      int code = Integer.parseInt(digits);
      for (GrpcStatus status : values()) {
        if (status.code == code) {
          return status;
        }
      }
    }
    return UNKNOWN;
  }

  /** Of a response that has no status of its own, by gRPC's "HTTP to gRPC Status Code Mapping". */
  static GrpcStatus ofHttp(int status) {
    return switch (status) {
      case 400 -> INTERNAL;
      case 401 -> UNAUTHENTICATED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> UNIMPLEMENTED;
      case 429, 502, 503, 504 -> UNAVAILABLE;
      default -> UNKNOWN;
    };
  }

  /** Of a stream that was reset, by "gRPC over HTTP2", errors. */
  static GrpcStatus ofReset(long errorCode) {
    return switch ((int) errorCode) {
      case 7 -> UNAVAILABLE; // REFUSED_STREAM
      case 8 -> CANCELLED; // CANCEL
      case 11 -> RESOURCE_EXHAUSTED; // ENHANCE_YOUR_CALM
      case 12 -> PERMISSION_DENIED; // INADEQUATE_SECURITY
      default -> INTERNAL;
    };
  }

  @Override
  public String toString() {
    return name() + " (" + code + ")";
  }
}
