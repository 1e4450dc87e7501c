package io.numetry.bench.affinity.result;

import io.numetry.bench.support.measure.Load;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was measured in a run.
 *
 * @param virtualMachine true if the processor says that a hypervisor is beneath
 * @param selection what was left out to save time, a sentence each
 * @param notMeasured what this host does not let one measure, a sentence each
 */
public record AffinityResult(
    Run run,
    List<Fact> machine,
    boolean virtualMachine,
    Clock clock,
    Load load,
    List<Node> nodes,
    List<Cpu> cpus,
    List<Handover> handovers,
    List<Recording> recordings,
    List<AggregatorCost> aggregators,
    List<Jitter> jitters,
    List<String> selection,
    List<String> notMeasured) {

  public AffinityResult {
    machine = List.copyOf(machine);
    nodes = List.copyOf(nodes);
    cpus = List.copyOf(cpus);
    handovers = List.copyOf(handovers);
    recordings = List.copyOf(recordings);
    aggregators = List.copyOf(aggregators);
    jitters = List.copyOf(jitters);
    selection = List.copyOf(selection);
    notMeasured = List.copyOf(notMeasured);
  }

  /** False if the run was too short for its figures to mean anything, or the machine was busy. */
  public boolean trusted() {
    return run.mode() != Run.Mode.SMOKE && !load.high();
  }

  /** That of a scenario, if it was measured. */
  public Optional<Jitter> jitter(Scenario scenario) {
    return jitters.stream().filter(jitter -> jitter.scenario() == scenario).findFirst();
  }
}
