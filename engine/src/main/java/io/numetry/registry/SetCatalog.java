package io.numetry.registry;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.view.MetricStream;
import io.numetry.view.StreamGroup;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metric sets that a process knows, each name once, with the views applied.
 *
 * <p>Threads: any. Looking up a known set takes no lock; admitting a new one locks its name alone.
 */
public final class SetCatalog {
  private static final System.Logger LOG = System.getLogger(SetCatalog.class.getName());

  private final Views views;
  private final Map<String, ViewedSet> sets = new ConcurrentHashMap<>();
  private final Map<String, InstrumentDescriptor> metrics = new ConcurrentHashMap<>();

  public SetCatalog(Views views) {
    this.views = views;
  }

  /**
   * The set as it is sent.
   *
   * @throws IllegalStateException if another set has its name, or views make two of its metrics
   *     share a name
   */
  public ViewedSet admit(MetricSetDescriptor descriptor) {
    ViewedSet known = sets.get(descriptor.name());
    if (known == null) {
      known =
          sets.computeIfAbsent(
              descriptor.name(),
              name -> {
                ViewedSet viewed = views.apply(descriptor);
                warnOfSharedNames(viewed); // here, so that of two threads one warns
                return viewed;
              });
    }
    if (known.descriptor() != descriptor && !known.descriptor().equals(descriptor)) {
      throw new IllegalStateException(
          "metric set "
              + descriptor.name()
              + ": is registered with other instruments already: "
              + names(known.descriptor())
              + " and not "
              + names(descriptor)
              + "; write another name in one of the two @MetricSet annotations");
    }
    return known;
  }

  /** All sets admitted so far, by name. */
  public Collection<ViewedSet> sets() {
    return new TreeMap<>(sets).values();
  }

  private static String names(MetricSetDescriptor descriptor) {
    return descriptor.instruments().stream().map(InstrumentDescriptor::name).toList().toString();
  }

  /** Metrics of different scopes may share a name in OTLP, but some receivers drop the scope. */
  private void warnOfSharedNames(ViewedSet set) {
    for (StreamGroup group : set.groups()) {
      for (MetricStream stream : group.streams()) {
        InstrumentDescriptor metric = stream.descriptor();
        InstrumentDescriptor other =
            metrics.putIfAbsent(metric.name().toLowerCase(Locale.ROOT), metric);
        if (other != null) {
          LOG.log(
              System.Logger.Level.WARNING,
              "metric {0} of set {1} has the name of a metric of another set; receivers that do not"
                  + " keep the scope will mix the two. Rename one, or use a view",
              metric.name(),
              set.descriptor().name());
        }
      }
    }
  }
}
