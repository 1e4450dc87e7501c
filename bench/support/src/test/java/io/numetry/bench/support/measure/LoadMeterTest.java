package io.numetry.bench.support.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.bench.support.measure.Load.Sample;
import io.numetry.numa.CpuSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMeterTest {
  @TempDir Path proc;

  private LoadMeter meter(String stat) throws IOException {
    Files.writeString(proc.resolve("stat"), stat);
    Files.writeString(proc.resolve("loadavg"), "0.50 0.40 0.30 1/99 1234\n");
    return new LoadMeter(proc, CpuSet.of(0, 2));
  }

  @Test
  void countsWhatItsCpusDidAndTheBusiest() throws IOException {
    LoadMeter meter =
        meter(
            """
            cpu  9 9 9 9 9 9 9 9 0 0
            cpu0 100 0 0 1000 0 0 0 0 0 0
            cpu1 100 0 0 1000 0 0 0 0 0 0
            cpu2 100 0 0 1000 0 0 0 0 50 0
            intr 1
            """);
    var before = meter.ticks();
    meter(
        """
        cpu0 110 0 0 1085 5 0 0 0 0 0
        cpu1 900 0 0 1000 0 0 0 0 0 0
        cpu2 130 0 10 1040 10 0 0 10 99 0
        """);
    Sample sample = meter.sample(before, meter.ticks());
    assertThat(sample).isEqualTo(new Sample("0.50 0.40 0.30 1/99 1234", (10 + 50) / 2.0, 50, 2));
    assertThat(LoadMeter.steal(before, meter.ticks())).isEqualTo(5);
  }

  @Test
  void aKernelThatTellsNothingIsNoError() {
    LoadMeter meter = new LoadMeter(proc.resolve("gone"), CpuSet.of(0));
    assertThat(meter.sample(meter.ticks(), meter.ticks()))
        .isEqualTo(new Sample("unknown", 0, 0, -1));
  }

  @Test
  void isHighByAverageByOneCpuOrBySteal() {
    Sample idle = new Sample("", 1, 10, 0);
    assertThat(LoadMeter.judge(idle, idle, 0.2)).isEqualTo(new Load(idle, idle, 0.2, false, ""));
    assertThat(LoadMeter.judge(idle, new Sample("", 6, 20, 0), 0).why())
        .isEqualTo("after the run others used 6 % of the CPUs");
    assertThat(LoadMeter.judge(new Sample("", 4, 60, 3), idle, 0).why())
        .isEqualTo("before the run others used 60 % of CPU 3");
    assertThat(LoadMeter.judge(idle, idle, 2).high()).isTrue();
  }
}
