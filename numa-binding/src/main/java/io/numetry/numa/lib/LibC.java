package io.numetry.numa.lib;

import jnr.ffi.annotations.In;
import jnr.ffi.annotations.Out;
import jnr.ffi.provider.jffi.NoX86;

/**
 * Functions of the C library; jnr-ffi implements this interface.
 *
 * <p>Addresses are {@code long}. Where a return code says failure, errno has been captured for the
 * calling thread: read it by {@link jnr.ffi.Runtime#getLastError()} before the next native call.
 * The constants are those that Linux on x86-64 and AArch64 share.
 *
 * <p>{@code NoX86}: the call stubs that jnr-ffi 2.2.19 compiles for x86-64 hand the callee their
 * own return address in place of its sixth integer argument, which is mmap's offset. Its other way
 * to call costs the same.
 */
@NoX86
@SuppressWarnings(
    "MemberName") // C names are kept, so that the man page can be read beside the code
public interface LibC {

  int PROT_NONE = 0x0;
  int PROT_READ = 0x1;
  int PROT_WRITE = 0x2;

  int MAP_PRIVATE = 0x02;
  int MAP_ANONYMOUS = 0x20;
  int MAP_NORESERVE = 0x4000;

  /** Pages from a pool of huge ones; their size is given by {@link #MAP_HUGE_SHIFT}. */
  int MAP_HUGETLB = 0x40000;

  /** The page size's exponent of two goes into the flags above this bit. */
  int MAP_HUGE_SHIFT = 26;

  long MAP_FAILED = -1;

  int MADV_DONTNEED = 4;

  /** Huge pages where the kernel finds some; EINVAL from kernels built without. */
  int MADV_HUGEPAGE = 14;

  /** Since Linux 5.14; older kernels answer EINVAL. */
  int MADV_POPULATE_WRITE = 23;

  /** Since Linux 5.18; older kernels answer EINVAL. */
  int MADV_DONTNEED_LOCKED = 24;

  /** Pages are locked as they come, and none is brought in for it. */
  int MLOCK_ONFAULT = 0x01;

  int EPERM = 1;
  int ENOENT = 2;
  int ENOMEM = 12;
  int EFAULT = 14;
  int EINVAL = 22;
  int ENOSYS = 38;

  /**
   * Sets the CPUs that thread {@code pid} may run on; 0 is the calling thread.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/sched_setaffinity.2.html">
   *     sched_setaffinity(2)</a>
   */
  int sched_setaffinity(int pid, long cpusetsize, @In long[] mask);

  /**
   * Reads the CPUs that thread {@code pid} may run on; EINVAL if {@code mask} is too short for the
   * kernel's own.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/sched_getaffinity.2.html">
   *     sched_getaffinity(2)</a>
   */
  int sched_getaffinity(int pid, long cpusetsize, @Out long[] mask);

  /**
   * The CPU that the calling thread runs on.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/sched_getcpu.3.html">sched_getcpu(3)</a>
   */
  int sched_getcpu();

  /**
   * The kernel's number of the calling thread. glibc has it since 2.30; a call to an older one is
   * an {@link UnsatisfiedLinkError}.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>
   */
  int gettid();

  /**
   * Maps memory; {@link #MAP_FAILED} on failure.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">mmap(2)</a>
   */
  long mmap(long addr, long length, int prot, int flags, int fd, long offset);

  /**
   * Sets what memory may be used for.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/mprotect.2.html">mprotect(2)</a>
   */
  int mprotect(long addr, long len, int prot);

  /**
   * Unmaps memory.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/munmap.2.html">munmap(2)</a>
   */
  int munmap(long addr, long length);

  /**
   * Tells the kernel what pages will be used for.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/madvise.2.html">madvise(2)</a>
   */
  int madvise(long addr, long length, int advice);

  /**
   * Keeps a range's pages in memory; without flags, brings all of them in first.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/mlock.2.html">mlock2(2)</a>
   */
  int mlock2(long addr, long len, int flags);

  /**
   * Undoes {@link #mlock2}.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/munlock.2.html">munlock(2)</a>
   */
  int munlock(long addr, long len);

  /**
   * Tells which of a range's pages are in memory, by the lowest bit of one byte a page.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/mincore.2.html">mincore(2)</a>
   */
  int mincore(long addr, long length, @Out byte[] vec);

  /**
   * Bytes in a page.
   *
   * @see <a href="https://man7.org/linux/man-pages/man2/getpagesize.2.html">getpagesize(2)</a>
   */
  int getpagesize();

  /**
   * What an errno means, in words.
   *
   * @see <a href="https://man7.org/linux/man-pages/man3/strerror.3.html">strerror(3)</a>
   */
  String strerror(int errnum);
}
