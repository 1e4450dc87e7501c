package io.numetry.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The open cores of a process, each name and each thread once. A core whose owner has died without
 * closing it makes room for another.
 *
 * <p>Threads: any; under its own lock, which no recording call takes.
 */
public final class OpenCores {
  private final Map<String, CoreChannel> byName = new LinkedHashMap<>();

  /**
   * Adds a core.
   *
   * @throws IllegalStateException if the thread owns a core already
   * @throws IllegalArgumentException if an open core has that name
   */
  public synchronized void add(CoreChannel core) {
    CoreIdentity identity = core.identity();
    byName.values().removeIf(open -> !open.identity().owner().isAlive());
    for (CoreChannel open : byName.values()) {
      if (open.identity().owner() == identity.owner()) {
        throw new IllegalStateException(
            "core "
                + identity.name()
                + ": thread="
                + identity.owner().getName()
                + " owns core "
                + open.identity().name()
                + " already; a thread owns one core, close it first");
      }
    }
    if (byName.containsKey(identity.name())) {
      throw new IllegalArgumentException(
          "core: name=" + identity.name() + " is taken by an open core, write another");
    }
    byName.put(identity.name(), core);
  }

  public synchronized void remove(CoreChannel core) {
    byName.remove(core.identity().name(), core);
  }

  /** {@code wanted}, with a number behind it if an open core has that name. */
  public synchronized String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; byName.containsKey(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /** Open cores and their live sets at this moment, in the order of opening. */
  public synchronized Map<CoreIdentity, Collection<SetRegistration>> liveSets() {
    Map<CoreIdentity, Collection<SetRegistration>> live = new LinkedHashMap<>();
    byName.values().forEach(core -> live.put(core.identity(), core.liveSets()));
    return live;
  }
}
