package gateway;

import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.ValueType;
import javax.annotation.processing.Generated;

/**
 * Metric set {@code
 * gateway.a_rather_long_name_of_a_set.that_goes_on_and_on_until_it_is_too_long_for_a_line}: A brief
 * that says all that there is to say, and then some more, so that it does not fit into one line of
 * the generated class, nor indeed into two of them, as anybody can see.
 */
@Generated("io.numetry.codegen.MetricSetProcessor")
public final class WideMetrics_WithAQuiteUnreasonablyLongNameThatStillIsAllowedSet
    extends RecordingSet implements WideMetrics.WithAQuiteUnreasonablyLongNameThatStillIsAllowed {
  /** What the set is on the wire, and where its cells lie. */
  public static final MetricSetDescriptor DESCRIPTOR =
      MetricSetDescriptor.builder(
              "gateway.a_rather_long_name_of_a_set.that_goes_on_and_on_until_it_is_too_long_for_a_"
                  + "line",
              "A brief that says all that there is to say, and then some more, so that it does "
                  + "not fit into one line of the generated class, nor indeed into two of them, "
                  + "as anybody can see.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.a_rather_long_name_of_a_set.that_goes_on_and_on_until_it_is_too_long_for_a_"
                  + "line.events_of_a_kind_that_needs_a_rather_long_name_to_be_told_from_all_other"
                  + "s",
              "{event_of_a_kind_that_needs_a_rather_long_unit_to_be_told_so}",
              "A brief that says all that there is to say, and then some more, so that it does "
                  + "not fit into one line of the generated class, nor indeed into two of them, "
                  + "as anyone sees.")
          .instrument(
              InstrumentKind.MMSC,
              ValueType.DOUBLE,
              "gateway.a_name.that_is_given.and_has_no_blank_at_all.to_break_it_at.yet_it_is_too_l"
                  + "ong_for_one_line",
              "s",
              "Short.")
          .instrument(
              InstrumentKind.COUNTER,
              ValueType.LONG,
              "gateway.a_rather_long_name_of_a_set.that_goes_on_and_on_until_it_is_too_long_for_a_"
                  + "line.short",
              "{thing}",
              "A brief that just fits, so that no piece has to be broken off it..")
          .build();

  /** What a core registers to record to the set. */
  public static final MetricSetType<WideMetrics_WithAQuiteUnreasonablyLongNameThatStillIsAllowedSet>
      TYPE =
          new MetricSetType<>(
              DESCRIPTOR, WideMetrics_WithAQuiteUnreasonablyLongNameThatStillIsAllowedSet::new);

  private static final boolean NORMAL = DetailLevel.NORMAL.isRecorded();

  private static final int
      EVENTS_OF_A_KIND_THAT_NEEDS_A_RATHER_LONG_NAME_TO_BE_TOLD_FROM_ALL_OTHERS_CELL = 0;

  private static final int
      THE_TIME_THAT_SOMETHING_TOOK_WHICH_WE_CANNOT_NAME_IN_FEWER_WORDS_THAN_THESE_ONES_HERE_ARE_SADLY_CELL =
          8;

  private static final int SHORT_CELL = 40;
  private static final int CELLS_END = 48;

  static {
    // The offsets are compiled in: an engine that lays cells out otherwise refuses them here.
    DESCRIPTOR.requireCellOffsets(
        EVENTS_OF_A_KIND_THAT_NEEDS_A_RATHER_LONG_NAME_TO_BE_TOLD_FROM_ALL_OTHERS_CELL,
        THE_TIME_THAT_SOMETHING_TOOK_WHICH_WE_CANNOT_NAME_IN_FEWER_WORDS_THAN_THESE_ONES_HERE_ARE_SADLY_CELL,
        SHORT_CELL,
        CELLS_END);
  }

  private WideMetrics_WithAQuiteUnreasonablyLongNameThatStillIsAllowedSet(SlotHandle handle) {
    super(handle);
  }

  @Override
  public void addEventsOfAKindThatNeedsARatherLongNameToBeToldFromAllOthers(
      long eventsOfAKindThatNeedsARatherLongName) {
    if (NORMAL) {
      addMonotonic(
          EVENTS_OF_A_KIND_THAT_NEEDS_A_RATHER_LONG_NAME_TO_BE_TOLD_FROM_ALL_OTHERS_CELL,
          eventsOfAKindThatNeedsARatherLongName);
    }
  }

  @Override
  public void recordTheTimeThatSomethingTookWhichWeCannotNameInFewerWordsThanTheseOnesHereAreSadly(
      double secondsAsAFloatingPointNumber) {
    if (NORMAL) {
      record(
          THE_TIME_THAT_SOMETHING_TOOK_WHICH_WE_CANNOT_NAME_IN_FEWER_WORDS_THAN_THESE_ONES_HERE_ARE_SADLY_CELL,
          secondsAsAFloatingPointNumber);
    }
  }

  @Override
  public void addShort(long n) {
    if (NORMAL) {
      addMonotonic(SHORT_CELL, n);
    }
  }
}
