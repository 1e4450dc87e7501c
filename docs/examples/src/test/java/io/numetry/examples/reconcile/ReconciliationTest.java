package io.numetry.examples.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numetry.schema.InstrumentKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final SeriesId FRAMES = SeriesId.of("a.frames");
  private static final SeriesId TIME = SeriesId.of("a.time");
  private static final SeriesId DEPTH = SeriesId.of("a.depth");
  private static final SeriesId SIZE = SeriesId.of("a.size");

  @Test
  void equalSidesAreExact() {
    Map<SeriesId, Reading> both =
        Map.of(FRAMES, count(10), TIME, time(0.5), DEPTH, gauge(3), SIZE, size(4, 20));
    var reconciliation = Reconciliation.of(both, both);
    assertThat(reconciliation.isExact()).isTrue();
    assertThat(reconciliation.summary()).isEqualTo("recorded 10, received 10, lost 0, doubled 0");
  }

  @Test
  void nothingAtAllIsNotExact() {
    assertThat(Reconciliation.of(Map.of(), Map.of()).isExact()).isFalse();
  }

  @Test
  void countsWhatIsMissingFromACounter() {
    expect(FRAMES, count(10), count(7), "recorded 10, received 7, lost 3, doubled 0");
  }

  @Test
  void countsWhatACounterHasTooMuch() {
    expect(FRAMES, count(10), count(12), "recorded 10, received 12, lost 0, doubled 2");
  }

  @Test
  void doesNotSetLossAgainstDoubling() {
    var reconciliation =
        Reconciliation.of(
            Map.of(FRAMES, count(10), DEPTH, count(10)),
            Map.of(FRAMES, count(9), DEPTH, count(11)));
    assertThat(reconciliation.summary()).isEqualTo("recorded 20, received 20, lost 1, doubled 1");
    assertThat(reconciliation.isExact()).isFalse();
  }

  @Test
  void aMissingSeriesIsLostAndAnUnknownOneDoubled() {
    var lost = Reconciliation.of(Map.of(FRAMES, count(10)), Map.of());
    assertThat(lost.summary()).isEqualTo("recorded 10, received 0, lost 10, doubled 0");
    var doubled = Reconciliation.of(Map.of(), Map.of(FRAMES, count(10)));
    assertThat(doubled.summary()).isEqualTo("recorded 0, received 10, lost 0, doubled 10");
  }

  @Test
  void aCounterOfZeroThatIsMissingIsStillLost() {
    var lost = Reconciliation.of(Map.of(FRAMES, count(0)), Map.of());
    assertThat(lost.summary()).isEqualTo("recorded 0, received 0, lost 1, doubled 0");
  }

  @Test
  void theLastBitOfADoubleCounts() {
    expect(TIME, time(0.5), time(Math.nextDown(0.5)), "recorded 0, received 0, lost 1, doubled 0");
    expect(TIME, time(0.5), time(Math.nextUp(0.5)), "recorded 0, received 0, lost 0, doubled 1");
  }

  @Test
  void anotherLastValueOfAGaugeIsOneLost() {
    expect(DEPTH, gauge(3), gauge(4), "recorded 0, received 0, lost 1, doubled 0");
  }

  @Test
  void allFourPartsOfAnMmscCount() {
    expect(SIZE, size(4, 20), size(3, 20), "recorded 0, received 0, lost 1, doubled 0");
    expect(SIZE, size(4, 20), size(6, 20), "recorded 0, received 0, lost 0, doubled 2");
    expect(SIZE, size(4, 20), size(4, 21), "recorded 0, received 0, lost 1, doubled 0");
    expect(
        SIZE,
        new MmscReading(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN, 4),
        new MmscReading(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.TEN, 4),
        "recorded 0, received 0, lost 1, doubled 0");
  }

  @Test
  void aHistogramIsHeldAgainstTheCoarserBucketsOnly() {
    Reading recorded = powers(0, Map.of(0, 3L, 1, 5L));
    Reading received = powers(2, Map.of(1, 1L, 3, 2L, 4, 5L));
    var reconciliation = Reconciliation.of(Map.of(SIZE, recorded), Map.of(SIZE, received));
    assertThat(reconciliation.isExact()).isTrue();
    assertThat(reconciliation.table()).isEqualTo("  a.size  exact  8 of 1 to 4, sum 20\n");
  }

  @Test
  void aValueInTheWrongBucketIsADifference() {
    expect(
        SIZE,
        powers(0, Map.of(0, 3L, 1, 5L)),
        powers(2, Map.of(3, 4L, 4, 4L)),
        "recorded 0, received 0, lost 1, doubled 0");
    expect(
        SIZE,
        bounds(List.of(1L, 2L)),
        bounds(List.of(2L, 1L)),
        "recorded 0, received 0, lost 1, doubled 0");
    expect(
        SIZE,
        bounds(List.of(1L, 2L)),
        bounds(List.of(1L, 4L)),
        "recorded 0, received 0, lost 0, doubled 2");
  }

  @Test
  void powersOfTwoAreFoundWithoutAHistogram() {
    var powers = new DoublePowers();
    powers.record(0, 2);
    powers.record(4);
    powers.record(Math.nextUp(4.0));
    powers.record(-0.75);
    var recorded = new Recorded();
    powers.into(recorded, SIZE);
    assertThat(((HistogramReading) recorded.readings().get(SIZE)).buckets())
        .isEqualTo(
            new ExponentialBuckets(
                0, 2, new TreeMap<>(Map.of(1, 1L, 2, 1L)), new TreeMap<>(Map.of(-1, 1L))));
  }

  @Test
  void anotherKindOrTypeIsADifference() {
    expect(
        FRAMES,
        count(10),
        NumberReading.of(InstrumentKind.COUNTER, 10.0),
        "recorded 10, received 0, lost 1, doubled 0");
    expect(
        FRAMES,
        count(10),
        NumberReading.of(InstrumentKind.UP_DOWN_COUNTER, 10),
        "recorded 10, received 0, lost 1, doubled 0");
  }

  @Test
  void namesTheInstrumentThatDiffersWithBothSides() {
    String table =
        Reconciliation.of(
                Map.of(FRAMES.with("lane", "1"), count(10), DEPTH, gauge(3)),
                Map.of(FRAMES.with("lane", "1"), count(7), DEPTH, gauge(3)))
            .table();
    assertThat(table.lines())
        .containsExactly(
            "  a.depth           exact  3", "  a.frames{lane=1}  DIFFERS  recorded 10; received 7");
  }

  @Test
  void aGaugeOfTwoThreadsCannotBeCompared() {
    var recorded = new Recorded();
    recorded.add(DEPTH, gauge(1));
    assertThatThrownBy(() -> recorded.add(DEPTH, gauge(2)))
        .hasMessage("gauge a.depth: set by two threads; its last value is not defined");
  }

  private static void expect(SeriesId id, Reading recorded, Reading received, String summary) {
    var reconciliation = Reconciliation.of(Map.of(id, recorded), Map.of(id, received));
    assertThat(reconciliation.summary()).isEqualTo(summary);
    assertThat(reconciliation.isExact()).isFalse();
    assertThat(reconciliation.table()).contains(id + "  DIFFERS");
  }

  private static Reading count(long value) {
    return NumberReading.of(InstrumentKind.COUNTER, value);
  }

  private static Reading time(double value) {
    return NumberReading.of(InstrumentKind.COUNTER, value);
  }

  private static Reading gauge(long value) {
    return NumberReading.of(InstrumentKind.GAUGE, value);
  }

  private static Reading powers(int scale, Map<Integer, Long> counts) {
    var buckets = new ExponentialBuckets(scale, 0, new TreeMap<>(counts), new TreeMap<>());
    return new HistogramReading(MmscReading.of(1, 4, 20, buckets.total()), buckets);
  }

  private static Reading bounds(List<Long> counts) {
    var buckets = new ExplicitBuckets(List.of(2.0), counts);
    return new HistogramReading(MmscReading.of(1, 4, 20, buckets.total()), buckets);
  }

  private static Reading size(long count, long sum) {
    return new MmscReading(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(sum), count);
  }
}
