package io.numetry.health;

import io.numetry.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an exporter is. Its figures are read one after the other while it works, so that a point that
 * is settled meanwhile may still count as in flight; at a quiet moment they add up.
 *
 * @param exporter which one, for people
 * @param waitingSince while it is waiting: since when
 * @param lastSuccess when the destination last accepted something
 * @param lastFailure what last went wrong, if anything did; what has passed is told, too
 * @param queuedFrames requests that are not settled, those on their way among them
 * @param spool what waits on disk, where the exporter keeps anything there
 */
public record ExporterHealth(
    String exporter,
    State state,
    Optional<Instant> waitingSince,
    Optional<Instant> lastSuccess,
    Optional<Failure> lastFailure,
    Points points,
    long queuedFrames,
    Optional<SpoolHealth> spool) {

  /** What an exporter is doing. */
  public enum State {
    /** Nothing has been answered yet. */
    STARTING,
    /** The destination answered last time. */
    DELIVERING,
    /** The destination is away, or accepts nothing at present; what is handed over waits. */
    WAITING,
    /** The same, and there is something on disk that waits. */
    SPOOLING,
    /** It takes no more. */
    CLOSED
  }

  /**
   * Something that went wrong.
   *
   * @param cause in few words; nothing of a request is in it
   */
  public record Failure(String cause, Instant when) {}

  /**
   * What waits on disk.
   *
   * @param frames requests
   * @param bytes of all files
   * @param oldestAge since the oldest was collected; zero if there is none
   * @param errors calls of the system that failed
   */
  public record SpoolHealth(long frames, long bytes, Duration oldestAge, long errors) {}

  /**
   * What became of points: handed over = delivered + rejected + dropped + spooled + in flight.
   *
   * @param handedOver taken for delivery, or found on disk at the start
   * @param delivered accepted by the destination
   * @param rejected rejected by it in part of a request
   * @param droppedByCause given up; causes are values of the metrics' {@code error.type}
   * @param spooled on disk
   * @param inFlight neither of these yet; the metrics' points in flight are these and the spooled
   */
  public record Points(
      long handedOver,
      long delivered,
      long rejected,
      Map<String, Long> droppedByCause,
      long spooled,
      long inFlight) {

    public Points {
      droppedByCause = Map.copyOf(droppedByCause);
    }

    /** Points given up, for whatever cause. */
    public long dropped() {
      return droppedByCause.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** It neither waits for its destination nor is it closed. */
  public boolean isHealthy() {
    return state == State.STARTING || state == State.DELIVERING;
  }

  void writeTo(JsonWriter json) {
    json.beginObject().name("exporter").value(exporter);
    json.name("state").value(state.name().toLowerCase(Locale.ROOT));
    waitingSince.ifPresent(since -> json.name("waiting_since").value(since.toString()));
    lastSuccess.ifPresent(success -> json.name("last_success").value(success.toString()));
    lastFailure.ifPresent(
        failure -> {
          json.name("last_failure").beginObject().name("cause").value(failure.cause());
          json.name("when").value(failure.when().toString()).endObject();
        });
    json.name("points").beginObject();
    json.name("handed_over").value(points.handedOver());
    json.name("delivered").value(points.delivered());
    json.name("rejected").value(points.rejected());
    json.name("dropped_by_cause").beginObject();
    points.droppedByCause().forEach((cause, count) -> json.name(cause).value(count));
    json.endObject().name("spooled").value(points.spooled());
    json.name("in_flight").value(points.inFlight()).endObject();
    json.name("queued_frames").value(queuedFrames);
    spool.ifPresent(
        onDisk -> {
          json.name("spool").beginObject().name("frames").value(onDisk.frames());
          json.name("bytes").value(onDisk.bytes());
          json.name("oldest_age_nanos").value(onDisk.oldestAge().toNanos());
          json.name("errors").value(onDisk.errors()).endObject();
        });
    json.endObject();
  }

  /** One line. */
  @Override
  public String toString() {
    var text =
        new StringBuilder(exporter).append(": ").append(state.name().toLowerCase(Locale.ROOT));
    waitingSince.ifPresent(since -> text.append(" since ").append(since));
    text.append(", points delivered ").append(points.delivered());
    text.append(", rejected ").append(points.rejected());
    text.append(", dropped ").append(points.dropped());
    if (points.spooled() > 0) {
      text.append(", spooled ").append(points.spooled());
    }
    text.append(", in flight ").append(points.inFlight());
    lastSuccess.ifPresent(success -> text.append(", last success ").append(success));
    lastFailure.ifPresent(
        failure ->
            text.append(", last failure ")
                .append(failure.when())
                .append(" (")
                .append(failure.cause())
                .append(')'));
    return text.toString();
  }
}
