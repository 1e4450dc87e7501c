package io.numetry.exporter.send;

/** The status code of an answer, as its protocol has it. */
public sealed interface ResponseStatus {
  /** No answer has come, or none that has a status. */
  ResponseStatus NONE = new None();

  /** Of HTTP. */
  record Http(int code) implements ResponseStatus {}

  /**
   * Of gRPC.
   *
   * @param name in capitals: {@code UNAVAILABLE}
   */
  record Grpc(String name) implements ResponseStatus {}

  /** See {@link #NONE}. */
  record None() implements ResponseStatus {}
}
