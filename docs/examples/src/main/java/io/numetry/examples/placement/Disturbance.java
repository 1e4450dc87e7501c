package io.numetry.examples.placement;

import io.numetry.Telemetry;
import io.numetry.numa.placed.PlacedThread;
import io.numetry.numa.placed.ThreadRole;
import io.numetry.numa.placed.ThreadState;
import io.numetry.numa.placement.PlacementPlan;
import io.numetry.numa.placement.PlannedCore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What somebody else may do to a process that has placed its threads and memory. */
enum Disturbance {
  /** All pages of one node are moved to another, where they stay. */
  MIGRATE {
    @Override
    void begin(Telemetry telemetry) throws IOException, InterruptedException {
      must(
          Tool.run(
              List.of(
                  "migratepages",
                  Long.toString(ProcessHandle.current().pid()),
                  Integer.toString(node(telemetry, 0)),
                  Integer.toString(node(telemetry, 1)))));
    }

    @Override
    void end(Telemetry telemetry) {
      // The way back would take the other node's own pages along.
    }

    @Override
    String symptom() {
      return "pages are not on node";
    }

    @Override
    boolean passes() {
      return false;
    }

    @Override
    boolean isSeenFromOutside() {
      return true;
    }
  },

  /** A core's thread is given another CPU, and its own again. */
  REPIN {
    @Override
    void begin(Telemetry telemetry) throws IOException, InterruptedException {
      pin(telemetry, core(telemetry, 1).cpu());
    }

    @Override
    void end(Telemetry telemetry) throws IOException, InterruptedException {
      pin(telemetry, core(telemetry, 0).cpu());
    }

    private void pin(Telemetry telemetry, int cpu) throws IOException, InterruptedException {
      PlacedThread thread = thread(telemetry, core(telemetry, 0).cpu());
      must(
          Tool.run(
              List.of(
                  "taskset",
                  "-p",
                  "-c",
                  Integer.toString(cpu),
                  Integer.toString(thread.kernelThread()))));
    }
  },

  /** A core's CPU is switched off, and on again. Nobody puts its thread back. */
  OFFLINE {
    @Override
    void begin(Telemetry telemetry) throws IOException {
      set(telemetry, "0");
    }

    @Override
    void end(Telemetry telemetry) throws IOException {
      set(telemetry, "1");
    }

    @Override
    boolean passes() {
      return false;
    }

    private void set(Telemetry telemetry, String on) throws IOException {
      Files.writeString(
          Path.of("/sys/devices/system/cpu/cpu" + core(telemetry, 1).cpu() + "/online"), on);
    }
  },

  /** The process's control group loses the CPU of a core. */
  CPUSET {
    @Override
    void begin(Telemetry telemetry) throws IOException, InterruptedException {
      Path mount = Path.of("/tmp/numetry-cgroup");
      Files.createDirectories(mount);
      must(Tool.run(List.of("mount", "-t", "cgroup2", "none", mount.toString())));
      Files.writeString(mount.resolve("cgroup.subtree_control"), "+cpuset");
      Path group = Files.createDirectories(mount.resolve("numetry"));
      Files.writeString(
          group.resolve("cgroup.procs"), Long.toString(ProcessHandle.current().pid()));
      Files.writeString(group.resolve("cpuset.cpus"), Integer.toString(core(telemetry, 0).cpu()));
    }

    @Override
    void end(Telemetry telemetry) {
      // The group goes with the machine.
    }

    @Override
    boolean passes() {
      return false;
    }
  };

  /** Does it. */
  abstract void begin(Telemetry telemetry) throws IOException, InterruptedException;

  /** Undoes it. */
  abstract void end(Telemetry telemetry) throws IOException, InterruptedException;

  /** True if all is as planned once it is undone. */
  boolean passes() {
    return true;
  }

  /**
   * True if numa-doctor is asked, too: a process more each time, which is slow where it is
   * emulated.
   */
  boolean isSeenFromOutside() {
    return passes();
  }

  /** What a finding says while it lasts. */
  String symptom() {
    return "may run on cpus=";
  }

  static Disturbance named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static PlannedCore core(Telemetry telemetry, int index) {
    PlacementPlan plan = telemetry.plan().orElseThrow();
    return plan.cores().get(Math.min(index, plan.cores().size() - 1));
  }

  private static int node(Telemetry telemetry, int index) {
    return core(telemetry, index).memoryNode().orElseThrow();
  }

  private static PlacedThread thread(Telemetry telemetry, int cpu) {
    return telemetry.placement().threads().stream()
        .map(ThreadState::placed)
        .filter(thread -> thread.role() == ThreadRole.CORE && thread.wantedCpus().contains(cpu))
        .findFirst()
        .orElseThrow();
  }

  private static void must(Tool tool) {
    if (tool.status() != 0) {
      throw new IllegalStateException("status=" + tool.status() + ", " + tool.printed());
    }
  }
}
