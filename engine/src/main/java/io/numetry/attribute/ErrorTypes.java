package io.numetry.attribute;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Which {@link ErrorType} the JDK's exceptions are. */
final class ErrorTypes {
  /** Wrappers within wrappers that are looked into: errors may be their own causes. */
  private static final int MAX_WRAPPERS = 8;

  /** By name, since a run-time image may do without its module. */
  private static final String HTTP_TIMEOUT = "java.net.http.HttpTimeoutException";

  private ErrorTypes() {}

  static ErrorType of(@Nullable Throwable error) {
    Throwable unwrapped = error;
    for (int i = 0; i < MAX_WRAPPERS && isWrapper(unwrapped); i++) {
      unwrapped = unwrapped.getCause();
    }
    return switch (unwrapped) {
      case TimeoutException _, SocketTimeoutException _ -> ErrorType.TIMEOUT;
      case CancellationException _,
          InterruptedException _,
          InterruptedIOException _,
          ClosedByInterruptException _ ->
          ErrorType.CANCELLED;
      case GeneralSecurityException _,
          SecurityException _,
          SSLException _,
          AccessDeniedException _ ->
          ErrorType.AUTHENTICATION;
      case SocketException _,
          UnknownHostException _,
          UnresolvedAddressException _,
          ClosedChannelException _,
          EOFException _ ->
          ErrorType.CONNECTION;
      case RejectedExecutionException _ -> ErrorType.UNAVAILABLE;
      case IllegalArgumentException _, UnsupportedOperationException _ -> ErrorType.INVALID_REQUEST;
      case VirtualMachineError _ -> ErrorType.RESOURCE_EXHAUSTED;
      case IOException io -> isHttpTimeout(io) ? ErrorType.TIMEOUT : ErrorType.IO;
      case null, default -> ErrorType.OTHER;
    };
  }

  private static boolean isWrapper(@Nullable Throwable error) {
    return (error instanceof ExecutionException
            || error instanceof CompletionException
            || error instanceof InvocationTargetException
            || error instanceof UncheckedIOException)
        && error.getCause() != null;
  }

  private static boolean isHttpTimeout(IOException error) {
    for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(HTTP_TIMEOUT)) {
        return true;
      }
    }
    return false;
  }
}
