package io.numetry.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ErrorTypeTest {

  @Test
  void shouldTellErrorsByTheirType() {
    Map.<Throwable, ErrorType>ofEntries(
            Map.entry(new TimeoutException(), ErrorType.TIMEOUT),
            Map.entry(new SocketTimeoutException(), ErrorType.TIMEOUT),
            Map.entry(new HttpTimeoutException(""), ErrorType.TIMEOUT),
            Map.entry(new HttpConnectTimeoutException(""), ErrorType.TIMEOUT),
            Map.entry(new CancellationException(), ErrorType.CANCELLED),
            Map.entry(new InterruptedException(), ErrorType.CANCELLED),
            Map.entry(new ClosedByInterruptException(), ErrorType.CANCELLED),
            Map.entry(new ConnectException(), ErrorType.CONNECTION),
            Map.entry(new UnknownHostException(), ErrorType.CONNECTION),
            Map.entry(new UnresolvedAddressException(), ErrorType.CONNECTION),
            Map.entry(new ClosedChannelException(), ErrorType.CONNECTION),
            Map.entry(new EOFException(), ErrorType.CONNECTION),
            Map.entry(new CertificateException(), ErrorType.AUTHENTICATION),
            Map.entry(new SSLHandshakeException(""), ErrorType.AUTHENTICATION),
            Map.entry(new AccessDeniedException(""), ErrorType.AUTHENTICATION),
            Map.entry(new SecurityException(), ErrorType.AUTHENTICATION),
            Map.entry(new NumberFormatException(), ErrorType.INVALID_REQUEST),
            Map.entry(new UnsupportedOperationException(), ErrorType.INVALID_REQUEST),
            Map.entry(new RejectedExecutionException(), ErrorType.UNAVAILABLE),
            Map.entry(new OutOfMemoryError(), ErrorType.RESOURCE_EXHAUSTED),
            Map.entry(new NoSuchFileException(""), ErrorType.IO),
            Map.entry(new IllegalStateException("timeout: rate limit"), ErrorType.OTHER))
        .forEach((error, type) -> assertThat(ErrorType.of(error)).as("%s", error).isEqualTo(type));
  }

  @Test
  void shouldLookIntoWhatWrapsAnother() {
    var inner = new UncheckedIOException(new ConnectException());

    assertThat(ErrorType.of(new CompletionException(new ExecutionException(inner))))
        .isEqualTo(ErrorType.CONNECTION);
    assertThat(ErrorType.of(new CompletionException("alone", null))).isEqualTo(ErrorType.OTHER);
    assertThat(ErrorType.of(new UncheckedIOException(new IOException()))).isEqualTo(ErrorType.IO);
    assertThat(ErrorType.of(null)).isEqualTo(ErrorType.OTHER);
  }

  @Test
  void shouldEndWithAnErrorThatIsItsOwnCause() {
    var own = new OwnCause();

    assertThat(ErrorType.of(own)).isEqualTo(ErrorType.OTHER);
  }

  private static final class OwnCause extends CompletionException {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable getCause() {
      return this;
    }
  }
}
