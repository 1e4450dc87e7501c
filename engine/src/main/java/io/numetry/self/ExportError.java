package io.numetry.self;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeAbsent;
import io.numetry.schema.AttributeValue;

/**
 * Why points were not exported, or a request was not (semantic conventions, {@code error.type}, of
 * which it says that the list of values is to be documented: this is it).
 *
 * <p>A status is told by its own code, as other exporters do.
 */
@Attribute("error.type")
public enum ExportError {
  /** They were exported: the attribute is left out. */
  @AttributeAbsent
  NONE,

  /** The destination took their request and rejected them, in part of it. */
  REJECTED,

  /** No answer came in time. */
  TIMEOUT,

  /** The destination could not be reached, or went away before its answer. */
  CONNECTION,

  /** What came back was no answer of the protocol, or the answer was broken off. */
  PROTOCOL,

  /** The answer was larger than is read. */
  RESPONSE_TOO_LARGE,

  /** They would not fit into the largest request that may be sent. */
  REQUEST_TOO_LARGE,

  /** They were on disk, and newer ones needed their room. */
  SPOOL_FULL,

  /** They were on disk, and became too old there. */
  SPOOL_EXPIRED,

  /** They were on disk, newer ones needed their room, and the device had no other. */
  DISK_FULL,

  /** They were on disk, and what is read there is not what was written. */
  SPOOL_CORRUPT,

  /** The exporter was closed before they were delivered. */
  SHUTDOWN,

  /** HTTP status 400, Bad Request. */
  @AttributeValue("400")
  HTTP_400,

  /** HTTP status 401, Unauthorized. */
  @AttributeValue("401")
  HTTP_401,

  /** HTTP status 403, Forbidden. */
  @AttributeValue("403")
  HTTP_403,

  /** HTTP status 404, Not Found. */
  @AttributeValue("404")
  HTTP_404,

  /** HTTP status 405, Method Not Allowed. */
  @AttributeValue("405")
  HTTP_405,

  /** HTTP status 407, Proxy Authentication Required. */
  @AttributeValue("407")
  HTTP_407,

  /** HTTP status 408, Request Timeout. */
  @AttributeValue("408")
  HTTP_408,

  /** HTTP status 411, Length Required. */
  @AttributeValue("411")
  HTTP_411,

  /** HTTP status 413, Content Too Large. */
  @AttributeValue("413")
  HTTP_413,

  /** HTTP status 415, Unsupported Media Type. */
  @AttributeValue("415")
  HTTP_415,

  /** HTTP status 422, Unprocessable Content. */
  @AttributeValue("422")
  HTTP_422,

  /** HTTP status 429, Too Many Requests. */
  @AttributeValue("429")
  HTTP_429,

  /** HTTP status 500, Internal Server Error. */
  @AttributeValue("500")
  HTTP_500,

  /** HTTP status 501, Not Implemented. */
  @AttributeValue("501")
  HTTP_501,

  /** HTTP status 502, Bad Gateway. */
  @AttributeValue("502")
  HTTP_502,

  /** HTTP status 503, Service Unavailable. */
  @AttributeValue("503")
  HTTP_503,

  /** HTTP status 504, Gateway Timeout. */
  @AttributeValue("504")
  HTTP_504,

  /** HTTP status 505, HTTP Version Not Supported. */
  @AttributeValue("505")
  HTTP_505,

  /** gRPC status 1. */
  @AttributeValue("CANCELLED")
  GRPC_CANCELLED,

  /** gRPC status 2. */
  @AttributeValue("UNKNOWN")
  GRPC_UNKNOWN,

  /** gRPC status 3. */
  @AttributeValue("INVALID_ARGUMENT")
  GRPC_INVALID_ARGUMENT,

  /** gRPC status 4. */
  @AttributeValue("DEADLINE_EXCEEDED")
  GRPC_DEADLINE_EXCEEDED,

  /** gRPC status 5. */
  @AttributeValue("NOT_FOUND")
  GRPC_NOT_FOUND,

  /** gRPC status 6. */
  @AttributeValue("ALREADY_EXISTS")
  GRPC_ALREADY_EXISTS,

  /** gRPC status 7. */
  @AttributeValue("PERMISSION_DENIED")
  GRPC_PERMISSION_DENIED,

  /** gRPC status 8. */
  @AttributeValue("RESOURCE_EXHAUSTED")
  GRPC_RESOURCE_EXHAUSTED,

  /** gRPC status 9. */
  @AttributeValue("FAILED_PRECONDITION")
  GRPC_FAILED_PRECONDITION,

  /** gRPC status 10. */
  @AttributeValue("ABORTED")
  GRPC_ABORTED,

  /** gRPC status 11. */
  @AttributeValue("OUT_OF_RANGE")
  GRPC_OUT_OF_RANGE,

  /** gRPC status 12. */
  @AttributeValue("UNIMPLEMENTED")
  GRPC_UNIMPLEMENTED,

  /** gRPC status 13. */
  @AttributeValue("INTERNAL")
  GRPC_INTERNAL,

  /** gRPC status 14. */
  @AttributeValue("UNAVAILABLE")
  GRPC_UNAVAILABLE,

  /** gRPC status 15. */
  @AttributeValue("DATA_LOSS")
  GRPC_DATA_LOSS,

  /** gRPC status 16. */
  @AttributeValue("UNAUTHENTICATED")
  GRPC_UNAUTHENTICATED,

  /** None of these: another status, or a mistake of ours. */
  @AttributeValue("_OTHER")
  OTHER
}
