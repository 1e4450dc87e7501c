package io.numetry.numa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import jnr.ffi.LibraryLoader;
import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import org.jspecify.annotations.Nullable;

/** Asks the kernel what became of memory, past the code under test. */
final class Kernel {

  static final int MPOL_BIND = 2;
  private static final int MPOL_F_NODE = 1;
  private static final int MPOL_F_ADDR = 2;
  private static final int NODEMASK_WORDS = 16;

  /** man 2 mincore, mlock; for jnr-ffi, which can implement public interfaces alone. */
  public interface LibC {
    int mincore(long addr, long length, @Out byte[] vec);

    int mlock(@In long addr, long len);
  }

  /** man 2 get_mempolicy. */
  @SuppressWarnings("MemberName")
  public interface LibNuma {
    long get_mempolicy(
        @Out int[] mode, @Out long @Nullable [] nodemask, long maxnode, long addr, int flags);
  }

  private static final LibC LIBC = LibraryLoader.create(LibC.class).failImmediately().load("c");

  private Kernel() {}

  /** The pages of a range that are present. */
  static BitSet presentPages(NodeMemory memory) {
    int pageBytes = HostLibraries.REAL.pageBytes();
    byte[] vec = new byte[Math.toIntExact(memory.byteSize() / pageBytes)];
    check(LIBC.mincore(memory.address(), memory.byteSize(), vec));
    BitSet present = new BitSet();
    for (int page = 0; page < vec.length; page++) {
      present.set(page, (vec[page] & 1) != 0);
    }
    return present;
  }

  static void lock(NodeMemory memory) {
    check(LIBC.mlock(memory.address(), memory.byteSize()));
  }

  /** The policy of the mapping at an address, and its nodes. */
  static String policy(long address) {
    int[] mode = {-1};
    long[] nodemask = new long[NODEMASK_WORDS];
    long maxnode = (long) NODEMASK_WORDS * Long.SIZE;
    check(libnuma().get_mempolicy(mode, nodemask, maxnode, address, MPOL_F_ADDR));
    return "mode=" + mode[0] + " nodes=" + CpuSet.ofMask(nodemask);
  }

  /** The node of the page at an address; makes the page present if it is not. */
  static int nodeOfPage(long address) {
    int[] node = {-1};
    check(libnuma().get_mempolicy(node, null, 0, address, MPOL_F_NODE | MPOL_F_ADDR));
    return node[0];
  }

  /** The calling thread's page faults that needed no disk, man 5 proc_pid_stat, field 10. */
  static long minorFaults() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      // The second field is a name in parentheses and may hold spaces itself.
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[7]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LibNuma libnuma() {
    return LibraryLoader.create(LibNuma.class).failImmediately().load(NumaSystems.DEFAULT_LIBRARY);
  }

  private static void check(long returnCode) {
    if (returnCode != 0) {
      int errno = HostLibraries.REAL.errno();
      throw new AssertionError("refused: " + HostLibraries.REAL.describe(errno));
    }
  }
}
