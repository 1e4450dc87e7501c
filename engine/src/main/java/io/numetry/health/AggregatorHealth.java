package io.numetry.health;

import io.numetry.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the aggregator of a NUMA node is.
 *
 * @param running whether its thread is alive
 * @param cycles collections made
 * @param lastCycle when the last one ended
 * @param cores open on the node when it did, Numetry's own among them
 * @param coresNotPolling names of those that had not polled in time then
 */
public record AggregatorHealth(
    int node,
    boolean running,
    long cycles,
    Optional<Instant> lastCycle,
    int cores,
    List<String> coresNotPolling) {

  public AggregatorHealth {
    coresNotPolling = List.copyOf(coresNotPolling);
  }

  /** It runs, and all cores polled in time. */
  public boolean isHealthy() {
    return running && coresNotPolling.isEmpty();
  }

  void writeTo(JsonWriter json) {
    json.beginObject().name("node").value(node).name("running").value(running);
    json.name("cycles").value(cycles);
    lastCycle.ifPresent(cycle -> json.name("last_cycle").value(cycle.toString()));
    json.name("cores").value(cores).name("cores_not_polling").beginArray();
    coresNotPolling.forEach(json::value);
    json.endArray().endObject();
  }

  /** One line. */
  @Override
  public String toString() {
    return "node "
        + node
        + ": "
        + (running ? "running" : "ended")
        + ", cycles "
        + cycles
        + lastCycle.map(cycle -> ", the last one " + cycle).orElse("")
        + ", cores "
        + cores
        + (coresNotPolling.isEmpty() ? "" : ", not polling " + coresNotPolling);
  }
}
