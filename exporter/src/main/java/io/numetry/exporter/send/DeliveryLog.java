package io.numetry.exporter.send;

import io.numetry.exporter.config.OtlpEndpoint;
import java.util.HashSet;
import java.util.Set;

/** What is said of deliveries: each cause once, since what happens again is counted. */
final class DeliveryLog {
  private static final System.Logger LOG = System.getLogger(DeliveryLog.class.getName());

  /** A destination that makes up ever new causes must not fill the memory. */
  private static final int MAX_CAUSES = 32;

  private final OtlpEndpoint endpoint;
  private final Set<String> causes = new HashSet<>();
  private final DeliveryHealth health;
  private boolean unreachable;

  DeliveryLog(OtlpEndpoint endpoint, DeliveryHealth health) {
    this.endpoint = endpoint;
    this.health = health;
  }

  /** The destination has not accepted the last frame, which will be tried again. */
  boolean isUnreachable() {
    return unreachable;
  }

  void unreachable(String cause) {
    health.unreachable(cause);
    if (!unreachable) {
      unreachable = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} does not accept metrics for now: {1}; trying on, nothing is lost meanwhile",
          endpoint,
          cause);
    }
  }

  void reached() {
    health.reached();
    if (unreachable) {
      unreachable = false;
      LOG.log(System.Logger.Level.INFO, "{0} accepts metrics again", endpoint);
    }
  }

  void partial(long rejected, long points, String message) {
    if (!isFirst("partial success")) {
      return;
    }
    if (rejected > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} took a request but rejected {1} of {2} points: {3} (told once)",
          endpoint,
          rejected,
          points,
          message);
    } else {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} took a request and warns: {1} (told once)",
          endpoint,
          message);
    }
  }

  void dropped(String cause, String message, long points) {
    health.dropped(cause);
    if (isFirst(cause)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} points for {1} are dropped: {2}{3} (told once; further drops are counted)",
          points,
          endpoint,
          cause,
          message.isEmpty() ? "" : ", " + message);
    }
  }

  private boolean isFirst(String cause) {
    return causes.size() < MAX_CAUSES && causes.add(cause);
  }
}
