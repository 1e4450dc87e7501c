package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;
import io.numetry.schema.Mmsc;

/** All that is too long for a line. */
public interface WideMetrics {

  @MetricSet(
      name = "gateway.a_rather_long_name_of_a_set.that_goes_on_and_on_until_it_is_too_long_for_a_line",
      brief =
          "A brief that says all that there is to say, and then some more, so that it does not fit into"
              + " one line of the generated class, nor indeed into two of them, as anybody can see.")
  interface WithAQuiteUnreasonablyLongNameThatStillIsAllowed {

    @Counter(
        unit = "{event_of_a_kind_that_needs_a_rather_long_unit_to_be_told_so}",
        brief =
            "A brief that says all that there is to say, and then some more, so that it does not fit"
                + " into one line of the generated class, nor indeed into two of them, as anyone sees.")
    void addEventsOfAKindThatNeedsARatherLongNameToBeToldFromAllOthers(
        long eventsOfAKindThatNeedsARatherLongName);

    @Mmsc(
        name =
            "gateway.a_name.that_is_given.and_has_no_blank_at_all.to_break_it_at."
                + "yet_it_is_too_long_for_one_line",
        unit = "s",
        brief = "Short.")
    void recordTheTimeThatSomethingTookWhichWeCannotNameInFewerWordsThanTheseOnesHereAreSadly(
        double secondsAsAFloatingPointNumber);

    @Counter(unit = "{thing}", brief = "A brief that just fits, so that no piece has to be broken off it..")
    void addShort(long n);
  }
}
