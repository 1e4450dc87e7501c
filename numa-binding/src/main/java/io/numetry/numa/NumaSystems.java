package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
import io.numetry.numa.topology.HostTopology;
import java.nio.file.Path;
import java.util.Set;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;
import org.jspecify.annotations.Nullable;

/** Loads the libraries, probes what they may do here, and settles for what there is. */
final class NumaSystems {

  /** Names another libnuma: a file name for the dynamic loader, or a path. */
  static final String LIBRARY_PROPERTY = "numetry.numa.library";

  /** The versioned name: the one without a version comes with development packages only. */
  static final String DEFAULT_LIBRARY = "libnuma.so.1";

  /** Names a folder that stands in for /, with sys and proc in it; to plan for another host. */
  static final String ROOT_PROPERTY = "numetry.numa.sysfs.root";

  /** By its full name: for a shorter one, jnr-ffi reads the loader's folders first. */
  private static final String C_LIBRARY = "libc.so.6";

  private static final String REAL_ROOT = "/";

  /** Those that {@link LibC}'s constants are right for. */
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");

  private NumaSystems() {}

  private static final class Holder {
    static final NumaSystem SYSTEM =
        load(
            System.getProperty("os.name", ""),
            System.getProperty("os.arch", ""),
            System.getProperty(LIBRARY_PROPERTY, DEFAULT_LIBRARY),
            System.getProperty(ROOT_PROPERTY, REAL_ROOT));
  }

  static NumaSystem system() {
    return Holder.SYSTEM;
  }

  /** Never fails: what cannot be had is reported. */
  static NumaSystem load(String osName, String osArch, String libnumaName) {
    return load(osName, osArch, libnumaName, REAL_ROOT);
  }

  /**
   * @param root "/" for this host, or a tree that stands in for it; blank is as good as "/"
   */
  static NumaSystem load(String osName, String osArch, String libnumaName, String root) {
    Degradation degradation = new Degradation();
    if (!osName.equals("Linux") || !ARCHITECTURES.contains(osArch)) {
      return plain(
          "platform: os.name="
              + osName
              + " os.arch="
              + osArch
              + ", placing needs Linux on one of amd64, aarch64",
          degradation);
    }
    try {
      LibC libc = LibraryLoader.create(LibC.class).failImmediately().load(C_LIBRARY);
      Runtime runtime = Runtime.getRuntime(libc);
      return linux(
          new LinuxLibraries(libc, runtime::getLastError),
          libnumaName,
          root.isBlank() ? REAL_ROOT : root,
          degradation);
    } catch (LinkageError | RuntimeException e) {
      // No stub of jnr-ffi for this platform, no place to unpack it, native access denied.
      return plain(
          "libc: cannot be called ("
              + e
              + "), allow it by --enable-native-access=ALL-UNNAMED and a"
              + " java.io.tmpdir not mounted noexec",
          degradation);
    }
  }

  private static NumaSystem plain(String reason, Degradation degradation) {
    degradation.report(reason);
    return new PlainNumaSystem(reason);
  }

  private static NumaSystem linux(
      LinuxLibraries libraries, String libnumaName, String root, Degradation degradation) {
    if (!root.equals(REAL_ROOT)) {
      degradation.report(
          "topology: "
              + ROOT_PROPERTY
              + "="
              + root
              + " stands in for this host, memory is not bound; unset it to place for real");
      NumaTopology simulated = NumaTopology.of(HostTopology.read(Path.of(root)));
      return new LinuxNumaSystem(libraries, simulated, null, null, degradation);
    }
    CpuSet affinity = new Affinity(libraries).ofProcess();
    HostTopology host = HostTopology.read(Path.of(root), affinity);
    host.assumedBecause().ifPresent(degradation::report);
    LibNuma libnuma = libnuma(libnumaName, degradation);
    if (libnuma == null) {
      return new LinuxNumaSystem(libraries, NumaTopology.of(host), null, null, degradation);
    }
    NodeBinder binder = new NodeBinder(libnuma, libraries);
    binder.refusal().ifPresent(degradation::report);
    if (host.assumedBecause().isEmpty()) {
      LibNumaComparison.disagreements(host, libnuma)
          .forEach(disagreement -> degradation.note(disagreement, disagreement));
    }
    return new LinuxNumaSystem(
        libraries,
        NumaTopology.of(host),
        degradation.reason().isEmpty() ? binder : null,
        new PageLocator(libnuma, libraries),
        degradation);
  }

  /** The library, if it is one and the kernel has NUMA policies; null otherwise. */
  private static @Nullable LibNuma libnuma(String libnumaName, Degradation degradation) {
    try {
      LibNuma libnuma = LibraryLoader.create(LibNuma.class).failImmediately().load(libnumaName);
      if (libnuma.numa_available() >= 0) {
        return libnuma;
      }
      degradation.report("libnuma: numa_available=-1, this kernel has no NUMA policy");
    } catch (LinkageError | RuntimeException e) {
      degradation.report(
          "libnuma: library="
              + libnumaName
              + " cannot be used, install it (libnuma1 on Debian, numactl-libs on Fedora) or name"
              + " it by -D"
              + LIBRARY_PROPERTY);
    }
    return null;
  }
}
