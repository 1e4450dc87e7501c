package io.numetry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.attribute.Attributes;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import io.numetry.view.ViewedSet;
import io.numetry.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveSetsTest {
  private static final int CHANGES = 20_000;
  private static final ViewedSet SET =
      Views.NONE.apply(
          MetricSetDescriptor.builder("probe", "One.")
              .instrument(InstrumentKind.COUNTER, ValueType.LONG, "probe.value", "{n}", "Value.")
              .build());

  private final LiveSets sets = new LiveSets();

  private static SetRegistration registration(int number) {
    return new SetRegistration(SET, Attributes.empty(), number * 64L, number);
  }

  @Test
  void shouldHaveWhatWasAddedAndNotRemoved() {
    var random = new Random(1);
    List<SetRegistration> expected = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      if (expected.isEmpty() || random.nextInt(5) < 3) {
        SetRegistration added = registration(i);
        sets.add(added);
        expected.add(added);
        assertThat(added.isLive()).isTrue();
      } else {
        SetRegistration removed = expected.remove(random.nextInt(expected.size()));
        sets.remove(removed);
        assertThat(removed.isLive()).isFalse();
      }
    }
    assertThat(sets.all()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void shouldRemoveNothingButWhatIsThere() {
    SetRegistration first = registration(1);
    sets.add(first);
    sets.remove(first);
    SetRegistration second = registration(2);
    sets.add(second); // at the first one's place
    sets.remove(first);
    sets.remove(registration(3));
    assertThat(sets.all()).containsExactly(second);
  }

  @Test
  void shouldShowAnotherThreadWhatIsThereAllTheWhile() throws InterruptedException {
    SetRegistration early = registration(0);
    SetRegistration there = registration(1);
    sets.add(early);
    sets.add(there);
    sets.remove(early); // so that places before and behind it change
    var done = new AtomicBoolean();
    var missed = new AtomicBoolean();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    if (!sets.all().contains(there)) {
                      missed.set(true);
                    }
                  }
                });
    for (int i = 0; i < CHANGES; i++) {
      SetRegistration one = registration(i);
      SetRegistration other = registration(i);
      sets.add(one);
      sets.add(other);
      sets.remove(one);
      if (i % 64 != 0) { // now and then more places are needed
        sets.remove(other);
      }
    }
    done.set(true);
    reader.join();
    assertThat(missed).isFalse();
  }

  @Test
  void shouldTellOffsetsBeyondAnInt() {
    long offset = (1L << 35) - 64;
    assertThat(new SetRegistration(SET, Attributes.empty(), offset, 1).slotOffset())
        .isEqualTo(offset);
  }
}
