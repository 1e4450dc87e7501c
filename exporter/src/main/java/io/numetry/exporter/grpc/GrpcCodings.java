package io.numetry.exporter.grpc;

import io.netty.handler.codec.http.FullHttpResponse;
import io.numetry.exporter.client.CodingAnswer;
import io.numetry.exporter.config.Compression;
import io.numetry.exporter.send.Cause;
import io.numetry.exporter.send.ResponseStatus;
import io.numetry.exporter.send.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How gRPC refuses a message's compression, by its "Compression": by {@code UNIMPLEMENTED}, with
 * what is taken in {@code grpc-accept-encoding}. gRPC's own libraries leave the list out at times,
 * and name the compression in the status message; without either it is the method that is not
 * implemented.
 */
final class GrpcCodings {
  private static final String ACCEPTED = "grpc-accept-encoding";
  private static final ResponseStatus UNIMPLEMENTED =
      new ResponseStatus.Grpc(GrpcStatus.UNIMPLEMENTED.name());

  private GrpcCodings() {}

  static CodingAnswer read(FullHttpResponse response, Verdict verdict, Compression sent) {
    boolean isUnimplemented =
        verdict instanceof Verdict.Refused(Cause cause, String message)
            && cause.status().equals(UNIMPLEMENTED);
    List<String> fields = new ArrayList<>(response.headers().getAll(ACCEPTED));
    fields.addAll(response.trailingHeaders().getAll(ACCEPTED));
    return CodingAnswer.of(
        fields, sent, isUnimplemented, isUnimplemented && CodingAnswer.isNamed(verdict, sent));
  }
}
