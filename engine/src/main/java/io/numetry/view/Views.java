package io.numetry.view;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All views of a process, applied to a set when it is first seen. Immutable. */
public final class Views {
  /** Everything is sent as its schema says. */
  public static final Views NONE = new Views(List.of(), false);

  private final List<View> views;
  private final boolean formerNames;

  /**
   * @param formerNames true if metrics are sent under their former names, too
   */
  public Views(List<View> views, boolean formerNames) {
    this.views = List.copyOf(views);
    this.formerNames = formerNames;
  }

  /**
   * Decides what is sent of a set.
   *
   * @throws IllegalStateException if two of its streams would have the same name
   */
  public ViewedSet apply(MetricSetDescriptor set) {
    Map<AttributeFilter, List<MetricStream>> groups = new LinkedHashMap<>();
    Map<String, String> origins = new HashMap<>();
    for (int i = 0; i < set.instruments().size(); i++) {
      InstrumentDescriptor instrument = set.instruments().get(i);
      for (View view : viewsOf(set, instrument)) {
        InstrumentDescriptor sent = sent(view, instrument);
        requireNewName(set, sent.name(), view, instrument, origins);
        for (String former : sent.formerNames()) {
          requireNewName(set, former, view, instrument, origins);
        }
        groups
            .computeIfAbsent(view.filter(), filter -> new ArrayList<>())
            .add(MetricStream.of(i, instrument, sent));
      }
    }
    List<StreamGroup> made = new ArrayList<>();
    groups.forEach((filter, streams) -> made.add(new StreamGroup(filter, streams)));
    return new ViewedSet(set, made);
  }

  private List<View> viewsOf(MetricSetDescriptor set, InstrumentDescriptor instrument) {
    List<View> selecting = views.stream().filter(view -> view.selects(set, instrument)).toList();
    return selecting.isEmpty()
        ? List.of(View.of(instrument.name()))
        : selecting.stream().filter(view -> !view.drops()).toList();
  }

  private InstrumentDescriptor sent(View view, InstrumentDescriptor instrument) {
    InstrumentDescriptor described =
        view.describe(instrument).withDimensions(view.filter().apply(instrument.dimensions()));
    return formerNames ? described : described.withFormerNames(List.of());
  }

  private static void requireNewName(
      MetricSetDescriptor set,
      String name,
      View view,
      InstrumentDescriptor instrument,
      Map<String, String> origins) {
    String origin = view + " from " + instrument.name();
    String taken = origins.putIfAbsent(name.toLowerCase(Locale.ROOT), origin);
    if (taken != null) {
      throw new IllegalStateException(
          "metric set "
              + set.name()
              + ": name="
              + name
              + " would be sent by "
              + taken
              + " and by "
              + origin
              + "; write another name in one of the views");
    }
  }
}
