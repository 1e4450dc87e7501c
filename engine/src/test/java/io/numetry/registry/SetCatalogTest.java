package io.numetry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetCatalogTest {
  private static final int ROUNDS = 2_000;

  private final Logger logger = Logger.getLogger(SetCatalog.class.getName());
  private final Warnings warnings = new Warnings();

  @BeforeEach
  void listen() {
    logger.addHandler(warnings);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(warnings);
    logger.setUseParentHandlers(true);
  }

  @Test
  void twoThreadsThatRegisterTheSameSetShareItWithoutAWarning() throws Exception {
    MetricSetDescriptor set = set("a");
    var together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        var catalog = new SetCatalog(Views.NONE);
        Future<ViewedSet> one = threads.submit(() -> admit(catalog, set, together));
        Future<ViewedSet> other = threads.submit(() -> admit(catalog, set, together));
        assertThat(one.get()).isSameAs(other.get());
      }
    }
    assertThat(warnings.messages).isEmpty();
  }

  @Test
  void warnsOfAMetricThatAnotherSetHas() {
    var catalog = new SetCatalog(Views.NONE);
    catalog.admit(set("a"));
    catalog.admit(set("b"));
    assertThat(warnings.messages).singleElement().asString().contains("{0} of set {1}");
  }

  private static ViewedSet admit(
      SetCatalog catalog, MetricSetDescriptor set, CyclicBarrier together) throws Exception {
    together.await();
    return catalog.admit(set);
  }

  private static MetricSetDescriptor set(String name) {
    return MetricSetDescriptor.builder(name, "A set.")
        .instrument(InstrumentKind.COUNTER, ValueType.LONG, "shared.name", "1", "A metric.")
        .build();
  }

  private static final class Warnings extends Handler {
    final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord entry) {
      messages.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
