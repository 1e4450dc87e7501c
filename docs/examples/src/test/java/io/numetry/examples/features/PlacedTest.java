package io.numetry.examples.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.Telemetry;
import io.numetry.core.TelemetryCore;
import io.numetry.numa.NumaSystem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's example of placement, as far as this host goes. */
class PlacedTest {

  @Test
  void aPlannedCoreHasItsCpuUntilItIsClosed() {
    var former = NumaSystem.system().currentAffinity();
    Placed.policies(Telemetry.builder()); // locked pages are not for every user to have
    var builder = Telemetry.builder().bankHalfBytes(1 << 20);
    int cpus = NumaSystem.system().topology().allowedCpus().size();
    try (Telemetry telemetry = cpus > 1 ? Placed.start(builder, 1) : builder.start()) {
      if (cpus > 1) {
        TelemetryCore core = Placed.open(telemetry);
        int planned = telemetry.plan().orElseThrow().cores().getFirst().cpu();
        assertThat(core.cpu()).hasValue(planned);
        core.close();
      }
      List<String> told = new ArrayList<>();
      Placed.tell(telemetry, told::add);
      assertThat(told.isEmpty()).isEqualTo(telemetry.placement().asPlanned());
    }
    assertThat(NumaSystem.system().currentAffinity()).isEqualTo(former);
  }
}
