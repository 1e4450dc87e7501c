package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Handover;
import io.numetry.bench.affinity.result.Node;
import io.numetry.bench.affinity.result.Recording;
import io.numetry.bench.affinity.result.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Figures by row and column, some of them missing.
 *
 * @param rowName what the rows are, "CPU" say
 * @param groups for each index of a square matrix, what it belongs to; empty if to nothing
 */
record Matrix(
    String rowName,
    String columnName,
    List<String> rows,
    List<String> columns,
    List<Integer> groups,
    List<List<OptionalDouble>> cells) {

  Matrix {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
    cells = cells.stream().map(List::copyOf).toList();
  }

  private interface Cell {
    OptionalDouble at(int row, int column);
  }

  private static List<List<OptionalDouble>> fill(int rows, int columns, Cell cell) {
    List<List<OptionalDouble>> cells = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      List<OptionalDouble> row = new ArrayList<>();
      for (int c = 0; c < columns; c++) {
        row.add(cell.at(r, c));
      }
      cells.add(row);
    }
    return cells;
  }

  /** Hand-over by pairs of CPUs, node by node, siblings beside each other. */
  static Matrix handoverByCpu(AffinityResult result) {
    List<Cpu> cpus =
        result.cpus().stream()
            .sorted(
                Comparator.comparingInt(Cpu::node)
                    .thenComparingInt(Cpu::core)
                    .thenComparingInt(Cpu::id))
            .toList();
    Map<Long, Double> byPair = new HashMap<>();
    result.handovers().forEach(h -> byPair.put(key(h.from(), h.to()), h.nanos().p50()));
    List<String> names = cpus.stream().map(cpu -> String.valueOf(cpu.id())).toList();
    return new Matrix(
        "CPU",
        "CPU",
        names,
        names,
        cpus.stream().map(Cpu::node).toList(),
        fill(
            cpus.size(),
            cpus.size(),
            (r, c) -> {
              Double nanos = byPair.get(key(cpus.get(r).id(), cpus.get(c).id()));
              return nanos == null ? OptionalDouble.empty() : OptionalDouble.of(nanos);
            }));
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  /** Hand-over by pairs of nodes, medians; within a node of the farthest relation there. */
  static Matrix handoverByNode(AffinityResult result) {
    List<Integer> nodes = result.cpus().stream().map(Cpu::node).distinct().sorted().toList();
    List<String> names = nodes.stream().map(String::valueOf).toList();
    return new Matrix(
        "node",
        "node",
        names,
        names,
        List.of(),
        fill(
            nodes.size(),
            nodes.size(),
            (r, c) -> median(between(result, nodes.get(r), nodes.get(c)))));
  }

  private static DoubleStream between(AffinityResult result, int a, int b) {
    List<Handover> some =
        result.handovers().stream()
            .filter(
                h ->
                    (h.fromNode() == a && h.toNode() == b)
                        || (h.fromNode() == b && h.toNode() == a))
            .toList();
    Relation farthest =
        some.stream().map(Handover::relation).max(Comparator.naturalOrder()).orElse(null);
    return some.stream().filter(h -> h.relation() == farthest).mapToDouble(h -> h.nanos().p50());
  }

  /** One cost of recording by the CPU's node and the bank's. */
  static Matrix recording(AffinityResult result, ToDoubleFunction<Recording> cost) {
    List<Integer> rows =
        result.recordings().stream().map(Recording::cpuNode).distinct().sorted().toList();
    List<Integer> columns =
        result.nodes().stream().filter(Node::memory).map(Node::id).sorted().toList();
    return new Matrix(
        "CPU on node",
        "bank on node",
        rows.stream().map(String::valueOf).toList(),
        columns.stream().map(String::valueOf).toList(),
        List.of(),
        fill(
            rows.size(),
            columns.size(),
            (r, c) ->
                median(
                    result.recordings().stream()
                        .filter(x -> x.cpuNode() == rows.get(r) && x.bankNode() == columns.get(c))
                        .mapToDouble(cost))));
  }

  private static OptionalDouble median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[(sorted.length - 1) / 2]);
  }

  private DoubleStream present() {
    return cells.stream().flatMap(List::stream).flatMapToDouble(OptionalDouble::stream);
  }

  /** The least figure; 0 if there is none. */
  double least() {
    return present().min().orElse(0);
  }

  /** The greatest figure; 0 if there is none. */
  double greatest() {
    return present().max().orElse(0);
  }
}
