package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import java.util.function.IntSupplier;

/**
 * The C library as this process found it.
 *
 * @param lastErrno errno of the calling thread's last native call
 */
record LinuxLibraries(LibC libc, IntSupplier lastErrno, int pageBytes) {

  LinuxLibraries(LibC libc, IntSupplier lastErrno) {
    this(libc, lastErrno, libc.getpagesize());
  }

  /** To be called directly after the call that failed, on the same thread. */
  int errno() {
    return lastErrno.getAsInt();
  }

  String describe(int errno) {
    return "errno=" + errno + " (" + libc.strerror(errno) + ")";
  }
}
