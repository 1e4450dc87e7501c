package io.numetry.numa;

import io.numetry.numa.lib.LibC;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;
import org.jspecify.annotations.Nullable;

/** This host's C library, and the same with some calls refused. */
final class HostLibraries {

  private static final LibC LIBC = LibraryLoader.create(LibC.class).failImmediately().load("c");

  static final LinuxLibraries REAL =
      new LinuxLibraries(LIBC, Runtime.getRuntime(LIBC)::getLastError);

  /** Says of a call with which errno it fails; 0 lets it through. May change the arguments. */
  interface Interception {
    int errnoOf(String function, Object[] arguments);
  }

  private HostLibraries() {}

  static LinuxLibraries intercepted(Interception interception) {
    ThreadLocal<@Nullable Integer> refusal = new ThreadLocal<>();
    LibC libc =
        (LibC)
            Proxy.newProxyInstance(
                LibC.class.getClassLoader(),
                new Class<?>[] {LibC.class},
                (proxy, method, arguments) -> {
                  Object[] given = arguments == null ? new Object[0] : arguments;
                  int errno = interception.errnoOf(method.getName(), given);
                  if (errno != 0) {
                    refusal.set(errno);
                    if (method.getReturnType() == long.class) {
                      return -1L;
                    }
                    return -1;
                  }
                  refusal.remove();
                  try {
                    return method.invoke(LIBC, given);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    return new LinuxLibraries(
        libc,
        () -> {
          Integer errno = refusal.get();
          return errno == null ? REAL.errno() : errno;
        });
  }

  /** A kernel before 5.14. */
  static LinuxLibraries withoutPopulateWrite() {
    return intercepted(
        (function, arguments) ->
            function.equals("madvise") && arguments[2].equals(LibC.MADV_POPULATE_WRITE)
                ? LibC.EINVAL
                : 0);
  }

  static LinuxLibraries refusing(String refusedFunction, int errno) {
    return intercepted((function, arguments) -> function.equals(refusedFunction) ? errno : 0);
  }

  /** A system that binds nothing, over the given libraries and this host's topology. */
  static LinuxNumaSystem unbound(LinuxLibraries libraries) {
    Degradation degradation = new Degradation();
    return new LinuxNumaSystem(libraries, NumaSystem.system().topology(), null, null, degradation);
  }
}
