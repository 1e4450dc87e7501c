package io.numetry.codegen;

import io.numetry.codegen.validate.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documents that show what the compiler says and what it writes are what it does. */
class DocumentsTest {
  private static final Path DOCS = Path.of("../docs");
  private static final String REMEDY = "; write ";

  @Test
  void shouldListEachRule() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # What the compiler says of a schema

            Each message stands on the element that is at fault, and all faults of a schema are told
            at once. It names the schema, says what is wrong and with which value, and ends with what
            to write instead: `metric set gateway.receiver: the unit is none of UCUM's: unit=bytes;
            write By instead`.

            An **error** keeps the schema's class from being generated. A **warning** does not; where
            it is beside the point, `@SuppressWarnings("numetry")` on the element, or around it,
            silences it.

            | option | |
            | --- | --- |
            | `-Anumetry.maxCombinations=N` | combinations of attribute values that an instrument may have; 2000 by default |
            | `-Anumetry.reserved=allow` | names may start with `otel.` or `numetry.` |
            | `-Anumetry.baseline=FILE` | compares the stable metrics to those in the file, relative to the compiler's working directory; for whole builds |
            | `-Anumetry.baseline.write=true` | writes that file instead |

            A baseline has a line for each stable metric: name, kind, unit, value type and the keys of
            its attributes. Keep it under version control, and write it anew when a release adds stable
            metrics. A stable metric that gets another name stays found if the new one lists the old in
            `@FormerNames`.

            Generated from the rules; the tests of codegen write it anew with
            `-Dnumetry.regenerate=true`.

            | rule | | what is wrong | what to do |
            | --- | --- | --- | --- |
            """);
    for (Rule rule : Rule.values()) {
      String template = rule.template().replace("%s", "…");
      int remedy = template.indexOf(REMEDY);
      String what = template.substring(0, remedy);
      String instead = template.substring(remedy + "; ".length());
      text.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  rule.name(), rule.severity().name().toLowerCase(Locale.ROOT), what, instead));
    }
    check("schema-diagnostics.md", text.toString());
  }

  @Test
  void shouldShowTheGeneratedClasses() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # A schema and what is generated for it

            Every feature of a schema in one example, and the classes that the annotation processor
            writes for it, to the letter. The tests of codegen compile it, record through it, and keep
            this page up to date (`-Dnumetry.regenerate=true` writes it anew).

            ## The schema
            """);
    append(text, "input");
    text.append(
        """

        ## The generated classes

        A set's class holds what the wire says of it (`DESCRIPTOR`), what a core registers (`TYPE`),
        and a method for each instrument: a test of a constant, so that what a process does not record
        is not compiled; a test of each attribute, so that a null is dropped and counted; and the
        recording call, with the cell's offset. The static block refuses an engine that lays cells out
        in another way, and an enum that was compiled again with other constants.
        """);
    append(text, "output");
    check("generated-example.md", text.toString());
  }

  private static void append(StringBuilder text, String directory) throws IOException {
    Map<String, String> sources =
        Goldens.read(
            ExampleTest.EXAMPLE.resolve(directory), file -> file.toString().endsWith(".java"));
    sources.forEach(
        (path, source) -> text.append("\n`%s`\n\n```java\n%s```\n".formatted(path, source)));
  }

  private static void check(String file, String text) throws IOException {
    Goldens.check(DOCS, Map.of(file, text), path -> path.endsWith(Path.of("docs", file)));
  }
}
