package io.numetry.exporter.spool;

/** Why a frame that was in the spool is dropped without having been acknowledged. */
public enum DropCause {
  /** Newer frames needed its room, within the spool's own limit. */
  SIZE("the spool holds no more than maxBytes"),
  /** It was older than allowed. */
  AGE("they are older than maxAge"),
  /** Newer frames needed its room, and the device had no other. */
  DISK_FULL("the disk is full");

  private final String reason;

  DropCause(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
