package io.numetry.bench.affinity.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.affinity.result.AffinityReport;
import io.numetry.bench.affinity.result.Run.Mode;
import io.numetry.bench.affinity.synthetic.FixtureHosts;
import io.numetry.bench.affinity.synthetic.SyntheticResults;
import io.numetry.bench.support.report.Markup;
import io.numetry.numa.hosts.Hosts;
import io.numetry.numa.topology.HostTopology;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

  /** Anything that a browser would fetch or run. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "https?:|//[a-z]|<script|<link|<img|<iframe|@import|url\\(|\\bsrc=|\\bhref=|\\son\\w+=",
          Pattern.CASE_INSENSITIVE);

  private static Document parsed(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document page, String tag) {
    return elements(page, tag).stream().map(Element::getTextContent).toList();
  }

  private static AffinityReport report(HostTopology host, Mode mode) {
    return new SyntheticResults(host, mode).report();
  }

  /** Kept beside the tests' reports, to be looked at. */
  private static String html(AffinityReport report, String name) throws IOException {
    String html = HtmlReport.of(report);
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Files.writeString(folder.resolve(name + ".html"), html);
    return html;
  }

  @ParameterizedTest
  @EnumSource(Hosts.class)
  void everyPageIsWellFormedAndNeedsNothingElse(Hosts host) throws Exception {
    AffinityReport report = report(FixtureHosts.of(host), Mode.FULL);
    String html = html(report, host.name());
    Document page = parsed(html);
    assertThat(FOREIGN.matcher(html).results().map(found -> found.group()).toList()).isEmpty();
    assertThat(texts(page, "p")).contains(report.verdict());
    assertThat(texts(page, "pre")).contains(report.recommendation().code());
    assertThat(elements(page, "svg"))
        .isNotEmpty()
        .allSatisfy(
            svg -> {
              assertThat(svg.getAttribute("role")).isEqualTo("img");
              assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
            });
  }

  @Test
  void textsAreEscaped() throws Exception {
    String html = html(report(FixtureHosts.of(Hosts.LAPTOP), Mode.QUICK), "escapes");
    assertThat(html)
        .contains("Imaginary &lt;Processor&gt; &amp; Sons 9000 @ &quot;3.0&quot; GHz")
        .doesNotContain("<Processor>", "<&>");
    assertThat(texts(parsed(html), "td"))
        .contains("Imaginary <Processor> & Sons 9000 @ \"3.0\" GHz");
  }

  @Test
  void charactersThatXmlDoesNotHaveAreReplaced() throws Exception {
    String markup =
        new Markup().leaf("p", "bell \u0007 half \uD800 \uFFFF whole 😀", "title", "\u0000").end();
    assertThat(parsed(markup).getDocumentElement().getTextContent())
        .isEqualTo("bell \uFFFD half \uFFFD \uFFFD whole 😀");
  }

  /** 16 CPUs: a cell for each pair, both ways, with its figure. */
  @Test
  void theHeatMapHasAFigureForEveryPair() throws Exception {
    AffinityReport report = report(FixtureHosts.of(Hosts.TWO_SOCKETS), Mode.QUICK);
    Document page = parsed(html(report, "two-sockets"));
    Element map =
        elements(page, "svg").stream()
            .filter(
                svg -> svg.getFirstChild().getTextContent().startsWith("Hand-over between CPUs"))
            .findFirst()
            .orElseThrow();
    List<String> titles = new ArrayList<>();
    NodeList found = map.getElementsByTagName("title");
    for (int i = 1; i < found.getLength(); i++) {
      titles.add(found.item(i).getTextContent());
    }
    assertThat(titles).hasSize(16 * 15);
    assertThat(titles).anySatisfy(t -> assertThat(t).startsWith("CPU 0, CPU 8: ").endsWith(" ns"));
    assertThat(titles).anySatisfy(t -> assertThat(t).startsWith("CPU 8, CPU 0: "));
  }

  @Test
  void eightNodesWithGapsKeepTheirNumbers() throws Exception {
    AffinityReport report = report(FixtureHosts.eightNodesWithGaps(8), Mode.QUICK);
    Document page = parsed(html(report, "eight-nodes"));
    assertThat(texts(page, "b"))
        .containsExactly(
            "node 0", "node 1", "node 2", "node 4", "node 5", "node 8", "node 9", "node 11");
    assertThat(texts(page, "title"))
        .anySatisfy(t -> assertThat(t).startsWith("node 11, node 4: "))
        .noneSatisfy(t -> assertThat(t).startsWith("node 3"));
    assertThat(texts(page, "li"))
        .anySatisfy(text -> assertThat(text).contains("44 of 8128 pairs of CPUs"));
  }

  @Test
  void aFullRunOfManyCpusHasBothMaps() throws Exception {
    AffinityReport report = report(FixtureHosts.eightNodesWithGaps(4), Mode.FULL);
    assertThat(texts(parsed(html(report, "eight-nodes-full")), "h3"))
        .contains("By CPUs, ns; gaps part the nodes")
        .anySatisfy(title -> assertThat(title).startsWith("By nodes, ns"));
  }

  @Test
  void fourNodes() throws Exception {
    AffinityReport report = report(FixtureHosts.of(Hosts.EPYC_NPS4), Mode.QUICK);
    assertThat(texts(parsed(html(report, "four-nodes")), "b")).hasSize(4);
  }

  @Test
  void aBusyRunIsMarkedAtTheTop() throws Exception {
    AffinityReport report =
        new SyntheticResults(FixtureHosts.of(Hosts.DESKTOP_SMT), Mode.QUICK).busy().report();
    Document page = parsed(html(report, "busy"));
    assertThat(elements(page, "p"))
        .filteredOn(p -> p.getAttribute("class").equals("verdict bad"))
        .singleElement()
        .satisfies(p -> assertThat(p.getTextContent()).startsWith("Not to be trusted"));
  }

  @Test
  void inkIsReadableOnEveryColour() {
    HeatScale scale = new HeatScale(10, 1_000);
    for (double value = 10; value <= 1_000; value *= 1.05) {
      double contrast = contrast(scale.fill(value), scale.ink(value));
      assertThat(contrast).as("at %s: %s", value, scale.fill(value)).isGreaterThan(4.5);
    }
  }

  /** Web Content Accessibility Guidelines 2.2, contrast ratio. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String css) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(css.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  /** A sheet's rules beat attributes of presentation, and entities in it mean nothing. */
  @Test
  void whatIsOnACellIsSetByStyleAndTheSheetIsAsWritten() throws Exception {
    String html = html(report(FixtureHosts.of(Hosts.DESKTOP_SMT), Mode.QUICK), "styled");
    assertThat(html).contains("<style>" + Style.SHEET + "</style>");
    assertThat(elements(parsed(html), "text"))
        .filteredOn(text -> text.getAttribute("style").startsWith("fill:#"))
        .hasSize(8 * 7);
    assertThat(elements(parsed(html), "text"))
        .allSatisfy(text -> assertThat(text.hasAttribute("fill")).isFalse());
  }

  @Test
  void coloursFollowTheLogarithmAndEqualFiguresHaveOne() {
    HeatScale scale = new HeatScale(10, 1_000);
    assertThat(scale.position(10)).isZero();
    assertThat(scale.position(100)).isEqualTo(0.5);
    assertThat(scale.position(5_000)).isEqualTo(1);
    HeatScale flat = new HeatScale(100, 105);
    assertThat(flat.fill(100)).isEqualTo(flat.fill(105));
  }
}
