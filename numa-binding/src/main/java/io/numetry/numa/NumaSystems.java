package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import io.numetry.numa.lib.LibNuma;
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

  private static final Path SYSFS = Path.of("/sys");

  /** Those that {@link LibC}'s constants are right for. */
  private static final Set<String> ARCHITECTURES = Set.of("amd64", "aarch64");

  private NumaSystems() {}

  private static final class Holder {
    static final NumaSystem SYSTEM =
        load(
            System.getProperty("os.name", ""),
            System.getProperty("os.arch", ""),
            System.getProperty(LIBRARY_PROPERTY, DEFAULT_LIBRARY));
  }

  static NumaSystem system() {
    return Holder.SYSTEM;
  }

  /** Never fails: what cannot be had is reported. */
  static NumaSystem load(String osName, String osArch, String libnumaName) {
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
      LibC libc = LibraryLoader.create(LibC.class).failImmediately().load("c");
      Runtime runtime = Runtime.getRuntime(libc);
      return linux(new LinuxLibraries(libc, runtime::getLastError), libnumaName, degradation);
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
      LinuxLibraries libraries, String libnumaName, Degradation degradation) {
    CpuSet allowedCpus = new Affinity(libraries).ofProcess();
    NumaTopology topology = TopologyReader.read(SYSFS, allowedCpus);
    NodeBinder binder = binder(libraries, topology, libnumaName, degradation);
    return new LinuxNumaSystem(libraries, topology, binder, degradation);
  }

  private static @Nullable NodeBinder binder(
      LinuxLibraries libraries,
      NumaTopology topology,
      String libnumaName,
      Degradation degradation) {
    if (topology.flatBecause().isPresent()) {
      degradation.report(topology.flatBecause().get());
      return null;
    }
    try {
      LibNuma libnuma = LibraryLoader.create(LibNuma.class).failImmediately().load(libnumaName);
      NodeBinder binder = new NodeBinder(libnuma, libraries);
      String refusal = binder.refusal().orElse(null);
      if (refusal == null) {
        return binder;
      }
      degradation.report(refusal);
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
