package io.numetry.bench.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.chaos.plan.ChaosEvent.DiskFree;
import io.numetry.bench.chaos.plan.ChaosEvent.DiskFull;
import io.numetry.bench.chaos.plan.ChaosEvent.Kill;
import io.numetry.bench.chaos.plan.ChaosEvent.Stop;
import io.numetry.bench.chaos.plan.ChaosEvent.WeatherChange;
import io.numetry.bench.chaos.plan.Schedule.Timed;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  private static List<Weather> weathers(Schedule schedule, int exporter) {
    return schedule.events().stream()
        .map(Timed::event)
        .filter(WeatherChange.class::isInstance)
        .map(WeatherChange.class::cast)
        .filter(change -> change.exporter() == exporter)
        .map(WeatherChange::weather)
        .toList();
  }

  @Test
  void followFromTheSeed() {
    Schedule one = Schedule.of(7, LONG, 2);
    Schedule same = Schedule.of(7, LONG, 2);
    assertThat(same.events()).isEqualTo(one.events());
    for (int i = 0; i < 100; i++) {
      assertThat(same.faults().get(1).next(Weather.CUTTING))
          .isEqualTo(one.faults().get(1).next(Weather.CUTTING));
    }
    assertThat(Schedule.of(8, LONG, 2).events()).isNotEqualTo(one.events());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void haveEverythingAndBecomeWell(long seed) {
    Schedule schedule = Schedule.of(seed, LONG, 2);
    assertThat(schedule.events()).isSortedAccordingTo(Comparator.comparingLong(Timed::millis));
    for (int exporter = 0; exporter < 2; exporter++) {
      List<Weather> weathers = weathers(schedule, exporter);
      assertThat(EnumSet.copyOf(weathers)).isEqualTo(EnumSet.allOf(Weather.class));
      assertThat(weathers.getLast()).isEqualTo(Weather.WELL);
    }
    List<Class<?>> kinds =
        schedule.events().stream().<Class<?>>map(timed -> timed.event().getClass()).toList();
    assertThat(Set.copyOf(kinds))
        .containsExactlyInAnyOrder(
            WeatherChange.class, Kill.class, Stop.class, DiskFull.class, DiskFree.class);
    assertThat(kinds.lastIndexOf(DiskFree.class)).isGreaterThan(kinds.lastIndexOf(DiskFull.class));
  }

  /** What cannot be put anywhere is lost at an end in order, and not by mistake. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverEndInOrderOnAFullDisk(long seed) {
    boolean full = false;
    for (Timed timed : Schedule.of(seed, LONG, 2).events()) {
      switch (timed.event()) {
        case DiskFull _ -> full = true;
        case DiskFree _ -> full = false;
        case Stop _ -> assertThat(full).isFalse();
        default -> {
          // of no importance here
        }
      }
    }
  }
}
