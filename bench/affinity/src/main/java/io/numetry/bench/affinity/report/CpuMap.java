package io.numetry.bench.affinity.report;

import io.numetry.bench.affinity.result.AffinityResult;
import io.numetry.bench.affinity.result.Cpu;
import io.numetry.bench.affinity.result.Node;
import io.numetry.bench.affinity.result.Recommendation;
import io.numetry.bench.support.report.Markup;
import io.numetry.numa.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The nodes as boxes, in them their physical cores, and what each CPU is recommended for. */
final class CpuMap {

  private CpuMap() {}

  static void write(Markup page, AffinityResult result, Recommendation recommendation) {
    CpuSet cores = CpuSet.parse(recommendation.cores());
    CpuSet kept = CpuSet.parse(recommendation.housekeeping());
    page.open("p");
    key(page, "core", "a core (pin owners here)");
    key(page, "kept", "kept free: aggregators, network threads");
    key(page, "unused", "not used: shares a physical core with a core");
    page.close();
    page.open("div", "class", "nodes");
    for (Node node : result.nodes()) {
      List<Cpu> own = result.cpus().stream().filter(cpu -> cpu.node() == node.id()).toList();
      page.open("div", "class", "node")
          .leaf("b", "node " + node.id() + (node.memory() ? "" : ", no memory"));
      if (own.isEmpty()) {
        page.leaf("span", "no CPU for this process", "class", "sub");
      }
      page.open("div", "class", "cpus");
      Map<Integer, List<Cpu>> byCore = new TreeMap<>();
      own.forEach(cpu -> byCore.computeIfAbsent(cpu.core(), c -> new ArrayList<>()).add(cpu));
      byCore.forEach(
          (core, threads) -> {
            page.open("div", "class", "phys");
            for (Cpu cpu : threads) {
              String role =
                  cores.contains(cpu.id()) ? "core" : kept.contains(cpu.id()) ? "kept" : "unused";
              page.leaf("span", String.valueOf(cpu.id()), "class", "cpu " + role);
            }
            page.close();
          });
      page.close().close();
    }
    page.close().line();
  }

  private static void key(Markup page, String role, String text) {
    page.leaf("span", "", "class", "key " + role).text(text + " ");
  }
}
