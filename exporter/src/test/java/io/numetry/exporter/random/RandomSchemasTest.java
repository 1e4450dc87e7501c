package io.numetry.exporter.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * From an annotated interface to the wire: sets made up at random are generated, registered and
 * recorded to, and every request is compared with a model of plain Java objects.
 *
 * <p>{@code -Dnumetry.random.seed} repeats a run, {@code -Dnumetry.random.schemas} says how many
 * sets there are.
 */
class RandomSchemasTest {
  private static final int SETS_OF_A_COMPILATION = 40;
  private static final int SETS_OF_A_SCENARIO = 5;

  @Test
  void shouldSendWhatWasRecorded() {
    int schemas = Integer.getInteger("numetry.random.schemas", 200);
    var seeds = new Random(Seed.ofRun());
    var total = new Scenario.Tally(0, 0, 0, 0, 0);
    for (int done = 0; done < schemas; done += SETS_OF_A_COMPILATION) {
      long seed = seeds.nextLong();
      int count = Math.min(SETS_OF_A_COMPILATION, schemas - done);
      total = total.plus(Seed.failingWith(Seed.ofRun(), () -> run(new Random(seed), count)));
    }
    assertThat(total.points()).isPositive();
    System.getLogger(RandomSchemasTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            "{0} schemas, seed {1}: {2}",
            schemas,
            Long.toString(Seed.ofRun()),
            total);
  }

  private static Scenario.Tally run(Random random, int count) {
    List<LoadedSet> sets = compile(random, count);
    var total = new Scenario.Tally(0, 0, 0, 0, 0);
    for (int at = 0; at < sets.size(); at += SETS_OF_A_SCENARIO) {
      List<LoadedSet> some = sets.subList(at, Math.min(at + SETS_OF_A_SCENARIO, sets.size()));
      total = total.plus(new Scenario(random, some).run());
    }
    return total;
  }

  private static List<LoadedSet> compile(Random random, int count) {
    var generator = new SchemaGenerator(random);
    Map<String, String> sources = new LinkedHashMap<>();
    List<SetSpec> specs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SetSpec spec = generator.next(i);
      specs.add(spec);
      sources.put(spec.qualifiedName(), spec.source());
    }
    ClassLoader loader = MemoryCompiler.compile(sources);
    return specs.stream().map(spec -> new LoadedSet(spec, loader)).toList();
  }
}
