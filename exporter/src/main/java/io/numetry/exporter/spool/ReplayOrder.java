package io.numetry.exporter.spool;

/** What becomes of new frames while older ones are in the spool and the destination is there. */
public enum ReplayOrder {
  /**
   * They wait in the spool behind the older ones. Receivers that refuse points older than the last
   * of their series, as Prometheus does, get every point.
   */
  IN_ORDER,
  /** They are sent at once, and older ones in between. */
  LIVE_FIRST
}
