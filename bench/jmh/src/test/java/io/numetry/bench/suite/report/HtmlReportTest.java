package io.numetry.bench.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.suite.Made;
import io.numetry.bench.suite.judge.Judged;
import io.numetry.bench.suite.judge.Judged.JudgedPeer;
import io.numetry.bench.suite.judge.Judgement;
import io.numetry.bench.suite.rows.Rows;
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

  private static Judgement made(int cpus, String loaded) {
    return Judgement.of(Rows.ALL, Made.full(cpus, "Imaginary <CPU> & \"Sons\"", loaded));
  }

  /** Kept beside the tests' reports, to be looked at. */
  private static String html(String name, Judgement judgement) throws IOException {
    String html = HtmlReport.of(name, judgement);
    Path folder = Files.createDirectories(Path.of("target", "pages"));
    Files.writeString(folder.resolve(name + ".html"), html);
    return html;
  }

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

  private static List<List<String>> rows(Document page) {
    return elements(page, "tr").stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>();
              NodeList all = row.getElementsByTagName("td");
              for (int i = 0; i < all.getLength(); i++) {
                cells.add(all.item(i).getTextContent());
              }
              return cells;
            })
        .toList();
  }

  @Test
  void isWellFormedAndNeedsNothingElse() throws Exception {
    String html = html("made", made(8, ""));
    Document page = parsed(html);
    assertThat(FOREIGN.matcher(html).results().map(found -> found.group()).toList()).isEmpty();
    assertThat(elements(page, "svg"))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            svg -> {
              assertThat(svg.getAttribute("role")).isEqualTo("img");
              assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
            });
  }

  @Test
  void hasEveryRowAndEveryPeer() throws Exception {
    Judgement judgement = made(8, "");
    assertThat(judgement.leftOut()).isEmpty();
    List<List<String>> rows = rows(parsed(html("rows", judgement)));
    for (Judged row : judgement.rows()) {
      if (row.base().isPresent() || !row.limits().isEmpty()) {
        assertThat(rows)
            .as(row.row().what())
            .anySatisfy(
                cells ->
                    assertThat(cells)
                        .startsWith(row.row().what(), Words.baseline(row))
                        .contains(row.met(), Words.ratio(row.ratio())));
      }
      for (JudgedPeer peer : row.peers()) {
        assertThat(rows)
            .as(row.row().what() + ", " + peer.peer().text())
            .anySatisfy(
                cells ->
                    assertThat(cells)
                        .startsWith(row.row().what(), peer.peer().variant())
                        .contains(Words.ratio(peer.ratio())));
      }
    }
  }

  @Test
  void whatIsLeftOutIsThereWithItsReason() throws Exception {
    assertThat(rows(parsed(html("two-cpus", made(2, "")))))
        .contains(
            List.of(
                "counter add, 4 threads",
                "one thread",
                "needs 4 CPUs for as many threads, this machine has 2"));
  }

  @Test
  void textsAreEscaped() throws Exception {
    String html = html("escaped", made(8, ""));
    assertThat(html).doesNotContain("<CPU>").contains("Imaginary &lt;CPU&gt; &amp;");
    assertThat(rows(parsed(html))).contains(List.of("cpu", "Imaginary <CPU> & \"Sons\""));
  }

  @Test
  void aLoadedRunIsMarkedAtTheTopAndAtEachTable() throws Exception {
    Document page = parsed(html("loaded", made(8, "others used 50 % of the CPUs")));
    assertThat(elements(page, "p"))
        .filteredOn(p -> p.getAttribute("class").equals("verdict bad"))
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.getTextContent())
                    .startsWith("Not to be quoted: others used 50 % of the CPUs. "));
    assertThat(elements(page, "h2"))
        .extracting(Element::getTextContent)
        .contains("Limits (loaded: not quotable)", "Beside Micrometer (loaded: not quotable)");
  }
}
