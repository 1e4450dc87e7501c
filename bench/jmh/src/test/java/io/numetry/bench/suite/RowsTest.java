package io.numetry.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class RowsTest {

  @Test
  void nameBenchmarksThatThereAre() {
    Set<String> there =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
            .stream()
            .map(BenchmarkListEntry::getUsername)
            .map(name -> name.replaceFirst(".*\\.(?=\\w+\\.\\w+$)", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    for (Row row : Rows.ALL) {
      assertThat(there)
          .as(row.what())
          .containsAll(row.benches().stream().map(n -> n.replaceFirst(":.*", "")).toList());
    }
  }
}
