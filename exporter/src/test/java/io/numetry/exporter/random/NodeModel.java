package io.numetry.exporter.random;

import io.numetry.attribute.Attributes;
import io.numetry.schema.InstrumentKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All series of a node, and what each exporter is to be told of them. */
final class NodeModel {
  private final Set<WindowModel> windows;
  private final Map<List<Object>, SeriesModel> series = new LinkedHashMap<>();

  NodeModel(List<WindowModel> windows) {
    this.windows = new LinkedHashSet<>(windows);
  }

  /** A set is registered. */
  RegistrationModel register(LoadedSet set, Attributes attributes, boolean ofCore) {
    SeriesModel found =
        series.computeIfAbsent(List.of(set, attributes), key -> new SeriesModel(set, attributes));
    found.registrations++;
    if (found.ending != null) {
      found.ending = null;
      windows.forEach(window -> window.view(found).revive());
    }
    return new RegistrationModel(found, ofCore);
  }

  /** A measurement. */
  void record(RegistrationModel from, int instrument, int combination, Number value, long count) {
    InstrumentKind kind = from.series.set.spec().instruments().get(instrument).kind();
    if (kind.isObserved()) {
      BigDecimal growth = from.observe(instrument, combination, Numbers.exact(value));
      grow(from.series, instrument, combination, growth);
      return;
    }
    for (WindowModel window : windows) {
      window.view(from.series).points.get(instrument).get(combination).record(from, value, count);
    }
  }

  /**
   * A registration ends.
   *
   * @param withCore true if its core was closed, and not the set
   */
  void end(RegistrationModel registration, boolean withCore) {
    SeriesModel ended = registration.series;
    if (--ended.registrations > 0) {
      registration
          .parts()
          .forEach((at, part) -> grow(ended, at.getFirst(), at.getLast(), part.negate()));
      return;
    }
    ended.ending = new SeriesModel.Ending(withCore && !registration.ofCore, windows);
  }

  /** A window was exported. */
  void exported(WindowModel window) {
    for (SeriesModel each : new ArrayList<>(series.values())) {
      SeriesView view = window.view(each);
      view.startAnew();
      SeriesModel.Ending ending = each.ending;
      if (ending != null) {
        exported(window, view, ending);
        if (ending.endLeft.isEmpty()) {
          each.ending = null;
          if (!ending.retired) {
            series.values().remove(each);
            windows.forEach(any -> any.forget(each));
          }
        }
      }
    }
  }

  void intervalEnded() {
    windows.forEach(WindowModel::intervalEnded);
  }

  private static void exported(WindowModel window, SeriesView view, SeriesModel.Ending ending) {
    if (ending.valuesLeft.remove(window)) {
      if (!view.markStale(ending.retired)) {
        ending.endLeft.remove(window);
      }
    } else if (ending.endLeft.remove(window)) {
      view.markEnded();
    }
  }

  private void grow(SeriesModel of, int instrument, int combination, BigDecimal by) {
    for (WindowModel window : windows) {
      ((SumModel) window.view(of).points.get(instrument).get(combination)).grow(by);
    }
  }
}
