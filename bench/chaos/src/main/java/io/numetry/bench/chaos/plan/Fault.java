package io.numetry.bench.chaos.plan;

/** What is done to one request. */
public enum Fault {
  /** Passed on, and answered. */
  NONE,
  /** The same, some time later. */
  SLOW,
  /** Passed on, and answered that some points were rejected. */
  PARTIAL,
  /** Told to come again: HTTP 429, 502, 503, 504, or a gRPC status of that kind. */
  LATER,
  /** The same, and after which time: Retry-After in seconds or as a date, or RetryInfo. */
  LATER_AFTER,
  /** Refused for good: HTTP 400, gRPC INVALID_ARGUMENT. */
  REFUSED,
  /** The answer is larger than the client takes, which is a refusal, too. HTTP alone. */
  TOO_LARGE,
  /** The connection is cut before anything of the request is read. */
  CUT_BEFORE,
  /** The connection is cut amid the request. */
  CUT_REQUEST,
  /** Passed on; then the connection is cut amid the answer. */
  CUT_RESPONSE,
  /** Passed on, and never answered. */
  SILENT,
  /** Not passed on; what comes back is no HTTP. */
  GARBAGE,
  /** Passed on; what comes back is no HTTP. */
  GARBAGE_AFTER,
  /** Passed on, and answered by headers without end. HTTP alone. */
  ENDLESS_HEADERS,
  /** Passed on, and answered with success and a body that is no protobuf. */
  BAD_BODY
}
