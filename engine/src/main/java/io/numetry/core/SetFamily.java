package io.numetry.core;

import io.numetry.attribute.Attributes;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.schema.ReservedKeys;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric set for each value of an attribute whose values are not known beforehand, up to a
 * limit: topics, peers, tenants. A value is interned when it is first asked for; whoever keeps the
 * set that he is given records without any lookup (specification, "Bound instruments").
 *
 * <p>Values beyond the limit share one set whose only attribute is {@code
 * otel.metric.overflow=true} (specification, "Cardinality limits"): each measurement is in exactly
 * one series, and a value that had a set before keeps it.
 *
 * <pre>{@code
 * SetFamily<TopicMetricsSet> topics = core.family(TopicMetricsSet.TYPE, Attributes.empty(), "topic", 500);
 * TopicMetricsSet orders = topics.of("orders");
 * orders.addPublished(1);
 * }</pre>
 *
 * <p>Threads: the core's owner alone.
 */
public final class SetFamily<S extends RecordingSet> implements AutoCloseable {
  private static final Attributes OVERFLOW =
      Attributes.builder().put(ReservedKeys.OVERFLOW, true).build();

  private final TelemetryCore core;
  private final MetricSetType<S> type;
  private final Attributes entity;
  private final String key;
  private final int maxValues;
  private final Map<String, S> sets = new HashMap<>();
  private @Nullable S overflow;

  SetFamily(
      TelemetryCore core, MetricSetType<S> type, Attributes entity, String key, int maxValues) {
    if (key.isEmpty() || entity.containsKey(key)) {
      throw new IllegalArgumentException(
          "family of "
              + type.descriptor().name()
              + ": key="
              + key
              + ", write one that the entity does not have: "
              + entity);
    }
    if (maxValues < 1) {
      throw new IllegalArgumentException(
          "family of "
              + type.descriptor().name()
              + ": maxValues="
              + maxValues
              + ", write at least 1");
    }
    this.core = core;
    this.type = type;
    this.entity = entity;
    this.key = key;
    this.maxValues = maxValues;
  }

  /**
   * The set of a value. The first call for a value registers it, and may fail as {@link
   * TelemetryCore#register} does; a later one is a lookup.
   */
  public S of(String value) {
    S known = sets.get(value);
    if (known != null) {
      return known;
    }
    if (sets.size() >= maxValues) {
      return overflow();
    }
    S made = core.register(type, entity.with(Attributes.of(key, value)));
    sets.put(value, made);
    return made;
  }

  /** The set that all values beyond the limit share. */
  public S overflow() {
    S shared = overflow;
    if (shared == null) {
      shared = core.register(type, OVERFLOW);
      overflow = shared;
    }
    return shared;
  }

  /** Values that have a set of their own. */
  public int size() {
    return sets.size();
  }

  /** Ends a value's series and makes room for another; does nothing for one without a set. */
  public void remove(String value) {
    S removed = sets.remove(value);
    if (removed != null) {
      removed.close();
    }
  }

  /** Ends all series of the family. */
  @Override
  public void close() {
    sets.values().forEach(RecordingSet::close);
    sets.clear();
    if (overflow != null) {
      overflow.close();
      overflow = null;
    }
  }
}
