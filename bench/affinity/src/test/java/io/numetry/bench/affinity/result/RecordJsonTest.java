package io.numetry.bench.affinity.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.bench.support.json.JsonReader;
import io.numetry.bench.support.json.RecordJson;
import io.numetry.numa.hosts.Hosts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

  private static String json() {
    return RecordJson.write(
        new SyntheticResults(FixtureHosts.of(Hosts.TWO_SOCKETS), Mode.QUICK).report());
  }

  @ParameterizedTest
  @EnumSource(Hosts.class)
  void whatIsWrittenIsWhatIsRead(Hosts host) {
    AffinityReport report = new SyntheticResults(FixtureHosts.of(host), Mode.FULL).report();
    String json = RecordJson.write(report);
    assertThat(RecordJson.read(AffinityReport.class, json)).isEqualTo(report);
  }

  @Test
  void textsSurviveWhateverIsInThem() {
    Fact fact = new Fact("quote \" backslash \\ \n tab \t bell \u0007 µ 😀", "</script>");
    assertThat(RecordJson.read(Fact.class, RecordJson.write(fact))).isEqualTo(fact);
  }

  @Test
  void membersOfALaterVersionArePassedOver() {
    assertThat(RecordJson.read(Fact.class, "{\"name\":\"a\",\"more\":[1,{}],\"value\":\"b\"}"))
        .isEqualTo(new Fact("a", "b"));
  }

  @Test
  void theJsonNamesItsFormatFirst() {
    assertThat(json()).startsWith("{\"format\":\"numetry-affinity\",\"version\":1,\"result\":{");
  }

  @Test
  void saysWhichMemberIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecordJson.read(
                    AffinityReport.class, json().replace("\"granularityNanos\"", "\"grain\"")))
        .withMessage("json: AffinityReport.result.clock: member \"granularityNanos\" is missing");
  }

  @Test
  void saysWhichValueIsNoneOfItsKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RecordJson.read(AffinityReport.class, json().replace("\"QUICK\"", "\"SLOW\"")))
        .withMessage("json: AffinityReport.result.run.mode: \"SLOW\" is none of its values");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecordJson.read(
                    AffinityReport.class, json().replaceFirst("\"id\":0", "\"id\":0.5")))
        .withMessageContaining("nodes[0].id: 0.5 is no whole number");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecordJson.read(
                    AffinityReport.class, json().replaceFirst("\"id\":0", "\"id\":9e9")))
        .withMessageContaining("is too great");
  }

  @Test
  void refusesOtherFormatsAndVersions() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecordJson.read(
                    AffinityReport.class, json().replace("numetry-affinity", "numetry-doctor")))
        .withMessageContaining("format=\"numetry-doctor\"");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RecordJson.read(
                    AffinityReport.class, json().replace("\"version\":1", "\"version\":2")))
        .withMessageContaining("version=2 cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{\"a\" 1}",
        "\"\\u12g4\"",
        "\"\\x\"",
        "\"open",
        "tru",
        "1 2",
        "--1"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonReader.read(text))
        .withMessageStartingWith("json: at character ");
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .withMessageContaining("nested deeper than 32");
  }

  @Test
  void readsWhatJsonAllows() {
    assertThat(JsonReader.read(" [ 1e2 , -0.5, true, null, \"\\u00e9\\/\" ] "))
        .isEqualTo(Arrays.asList(100.0, -0.5, true, null, "é/"));
    assertThat(JsonReader.read("[]")).isEqualTo(List.of());
  }
}
