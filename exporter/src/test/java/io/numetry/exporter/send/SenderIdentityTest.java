package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.numetry.exporter.config.OtlpOptions;
import io.numetry.exporter.config.OtlpOptionsBuilder;
import io.numetry.exporter.config.OtlpProtocol;
import io.numetry.self.Component;
import io.numetry.self.ComponentType;
import io.numetry.self.Server;
import org.junit.jupiter.api.Test;

class SenderIdentityTest {

  private static OtlpOptionsBuilder to(String url) {
    OtlpOptionsBuilder options = OtlpOptions.builder();
    options.endpoint("endpoint", url);
    return options;
  }

  private static Server server(String url) {
    return SenderIdentity.of(to(url).build(), type -> 0).server();
  }

  @Test
  void shouldTellWhereItSendsTo() {
    assertThat(server("http://collector:4318")).isEqualTo(new Server("collector", 4318));
    assertThat(server("https://collector.example.com/otlp"))
        .isEqualTo(new Server("collector.example.com", 443));
    assertThat(server("http://[::1]:4318")).isEqualTo(new Server("::1", 4318));
    assertThat(server("unix:///run/otlp.sock")).isEqualTo(new Server("/run/otlp.sock", null));
  }

  @Test
  void shouldBeNumberedAmongThoseOfItsType() {
    OtlpOptionsBuilder grpc = to("http://collector:4317");
    grpc.protocol(OtlpProtocol.GRPC);
    SenderIdentity identity =
        SenderIdentity.of(grpc.build(), type -> type.equals("otlp_grpc_metric_exporter") ? 2 : -1);
    assertThat(identity.component())
        .isEqualTo(
            new Component("otlp_grpc_metric_exporter/2", ComponentType.OTLP_GRPC_METRIC_EXPORTER));
  }
}
