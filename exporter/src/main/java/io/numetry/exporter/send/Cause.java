package io.numetry.exporter.send;

import io.numetry.self.ExportError;

/**
 * Why an attempt to deliver a frame failed.
 *
 * @param text for people; there are few, each is logged once
 * @param error what it is counted as
 * @param status what was answered, if anything was
 */
public record Cause(String text, ExportError error, ResponseStatus status) {

  /** Without an answer. */
  public static Cause of(ExportError error, String text) {
    return new Cause(text, error, ResponseStatus.NONE);
  }

  /** The destination could not be reached, or went away. */
  public static Cause connection(String text) {
    return of(ExportError.CONNECTION, text);
  }

  /** A status of HTTP that is no success. */
  public static Cause http(int status) {
    return new Cause(
        "HTTP status " + status, ExportErrors.ofHttp(status), new ResponseStatus.Http(status));
  }

  /**
   * A status of gRPC that is no success.
   *
   * @param name in capitals
   */
  public static Cause grpc(String name, String text) {
    return new Cause(text, ExportErrors.ofGrpc(name), new ResponseStatus.Grpc(name));
  }

  /** The same in more words. */
  public Cause withText(String words) {
    return new Cause(words, error, status);
  }
}
