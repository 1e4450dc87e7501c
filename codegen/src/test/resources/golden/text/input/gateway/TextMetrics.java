package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

@MetricSet(
    name = "gateway.text",
    brief = "Ends a comment */ with <b>tags</b>, @tags, {@link Nothing}, $T and C:\\users & 'more'.")
public interface TextMetrics {

  @Counter(unit = "{a\"b\\u}", brief = "Quotes \"here\", a backslash \\ and dollars $L $$.")
  void addQuotes(long quotes);

  @Counter(unit = "{un-balanced}", brief = "Beyond ASCII: µs, 日本, 😀.")
  void addSigns(long signs);
}
