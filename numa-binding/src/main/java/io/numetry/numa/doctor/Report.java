package io.numetry.numa.doctor;

import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything there is to tell.
 *
 * @param plan empty if there can be none; a finding says why
 */
record Report(Path root, HostTopology host, Optional<PlacementPlan> plan, List<Finding> findings) {

  long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  int status() {
    return count(Severity.WARNING) == 0 ? NumaDoctor.AS_WANTED : NumaDoctor.WARNINGS;
  }
}
