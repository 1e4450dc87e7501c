package io.numetry.reflect;

import io.numetry.attribute.AttributeArray;
import io.numetry.attribute.AttributeBytes;
import io.numetry.attribute.Attributes;
import io.numetry.json.JsonWriter;
import io.numetry.registry.CoreIdentity;
import io.numetry.registry.SetRegistration;
import io.numetry.schema.AttributeDescriptor;
import io.numetry.schema.Dimension;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentDescriptor;
import io.numetry.view.MetricStream;
import io.numetry.view.StreamGroup;
import io.numetry.view.ViewedSet;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The metric sets that a process knows, and where they are registered at a moment.
 *
 * @param sets every set registered or declared so far, by name
 * @param registrations the open cores, and what is registered on each
 */
public record LiveSchema(
    List<ViewedSet> sets, Map<CoreIdentity, Collection<SetRegistration>> registrations) {
  /** Grows when a member of the JSON document changes its meaning or goes. */
  public static final int FORMAT_VERSION = 1;

  public LiveSchema {
    sets = List.copyOf(sets);
    registrations = Map.copyOf(registrations);
  }

  /**
   * The whole as a JSON document: {@code version}, {@code sets} with their {@code attributes},
   * {@code instruments} and {@code streams} (what is sent, views applied), and {@code cores} with
   * their {@code registrations}. A dimension's empty value is the one that leaves it out.
   */
  public String toJson() {
    var json = new JsonWriter();
    json.beginObject().name("version").value(FORMAT_VERSION).name("sets").beginArray();
    sets.forEach(set -> writeSet(json, set));
    json.endArray().name("cores").beginArray();
    registrations.entrySet().stream()
        .sorted(Map.Entry.comparingByKey((a, b) -> a.name().compareTo(b.name())))
        .forEach(core -> writeCore(json, core.getKey(), core.getValue()));
    return json.endArray().endObject().toString();
  }

  private static void writeSet(JsonWriter json, ViewedSet set) {
    json.beginObject().name("name").value(set.descriptor().name());
    json.name("brief").value(set.descriptor().brief());
    json.name("slot_bytes").value(set.descriptor().slotBytes());
    json.name("attributes").beginArray();
    for (AttributeDescriptor attribute : set.descriptor().attributes()) {
      json.beginObject().name("key").value(attribute.key());
      json.name("type").value(lower(attribute.type()));
      json.name("role").value(lower(attribute.role())).endObject();
    }
    json.endArray().name("instruments").beginArray();
    set.descriptor().instruments().forEach(instrument -> writeInstrument(json, instrument));
    json.endArray().name("streams").beginArray();
    for (StreamGroup group : set.groups()) {
      for (MetricStream stream : group.streams()) {
        json.beginObject().name("instrument");
        json.value(set.descriptor().instruments().get(stream.instrument()).name());
        json.name("name").value(stream.descriptor().name());
        json.name("brief").value(stream.descriptor().brief());
        strings(json.name("former_names"), stream.descriptor().formerNames());
        json.name("dimensions");
        strings(json, stream.descriptor().dimensions().stream().map(Dimension::key).toList());
        json.endObject();
      }
    }
    json.endArray().endObject();
  }

  private static void writeInstrument(JsonWriter json, InstrumentDescriptor instrument) {
    json.beginObject().name("name").value(instrument.name());
    json.name("kind").value(lower(instrument.kind()));
    json.name("value_type").value(lower(instrument.valueType()));
    json.name("unit").value(instrument.unit());
    json.name("brief").value(instrument.brief());
    json.name("stability").value(instrument.stability().id());
    json.name("detail").value(instrument.detail().id());
    json.name("recorded").value(instrument.detail().isRecorded());
    strings(json.name("former_names"), instrument.formerNames());
    json.name("dimensions").beginArray();
    for (Dimension dimension : instrument.dimensions()) {
      json.beginObject().name("key").value(dimension.key());
      strings(json.name("values"), dimension.values());
      json.endObject();
    }
    json.endArray();
    switch (instrument.layout()) {
      case ExponentialLayout exponential -> {
        json.name("max_buckets").value(exponential.maxBuckets());
        json.name("max_scale").value(exponential.maxScale());
        json.name("negatives").value(exponential.negatives());
      }
      case ExplicitLayout explicit -> {
        json.name("boundaries").beginArray();
        for (int i = 0; i < explicit.buckets() - 1; i++) {
          json.value(explicit.boundary(i));
        }
        json.endArray();
      }
      default -> {}
    }
    json.endObject();
  }

  private static void writeCore(
      JsonWriter json, CoreIdentity core, Collection<SetRegistration> registered) {
    json.beginObject().name("name").value(core.name());
    core.cpu().ifPresent(cpu -> json.name("cpu").value(cpu));
    json.name("node").value(core.node()).name("registrations").beginArray();
    for (SetRegistration registration : registered) {
      json.beginObject().name("set").value(registration.descriptor().name());
      json.name("opened_unix_nanos").value(Long.toString(registration.openedUnixNanos()));
      json.name("attributes");
      writeAttributes(json, registration.entity());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void writeAttributes(JsonWriter json, Attributes attributes) {
    json.beginObject();
    attributes.forEach(
        (key, value) -> {
          json.name(key);
          writeValue(json, value);
        });
    json.endObject();
  }

  private static void writeValue(JsonWriter json, Object value) {
    switch (value) {
      case Boolean truth -> json.value(truth);
      case Long number -> json.value(number);
      case Double number -> json.value(number);
      case AttributeArray array -> {
        json.beginArray();
        array.elements().forEach(element -> writeValue(json, element));
        json.endArray();
      }
      case AttributeBytes bytes ->
          json.value(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case Attributes map -> writeAttributes(json, map);
      default -> json.value(value.toString());
    }
  }

  private static void strings(JsonWriter json, List<String> texts) {
    json.beginArray();
    texts.forEach(json::value);
    json.endArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
