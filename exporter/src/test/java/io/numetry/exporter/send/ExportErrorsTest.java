package io.numetry.exporter.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.numetry.self.ExportError;
import io.numetry.self.ExporterMetricsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "400, 400",
    "401, 401",
    "413, 413",
    "429, 429",
    "500, 500",
    "503, 503",
    "504, 504",
    "302, _OTHER",
    "418, _OTHER",
    "599, _OTHER",
    "0, _OTHER",
    "-1, _OTHER"
  })
  void shouldTellAnHttpStatusByItsCode(int status, String type) {
    assertThat(ExportErrors.id(ExportErrors.ofHttp(status))).isEqualTo(type);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void shouldTellEachGrpcStatusByItsName(Status.Code status) {
    assertThat(ExportErrors.id(ExportErrors.ofGrpc(status.name()))).isEqualTo(status.name());
  }

  @Test
  void shouldNotTakeTheNameOfAnotherForAStatus() {
    assertThat(ExportErrors.ofGrpc("OK")).isEqualTo(ExportError.OTHER);
    assertThat(ExportErrors.ofGrpc("TIMEOUT")).isEqualTo(ExportError.OTHER);
  }

  @Test
  void shouldHaveAValueForEach() {
    assertThat(ExportErrors.ALL).extracting(ExportErrors::id).doesNotHaveDuplicates();
    assertThat(ExportErrors.id(ExportError.NONE)).isEmpty();
    assertThat(ExportErrors.id(ExportError.REJECTED)).isEqualTo("rejected");
    assertThat(ExportErrors.id(ExportError.OTHER)).isEqualTo("_OTHER");
    // What is looked up by its size is this dimension.
    assertThat(ExporterMetricsSet.DESCRIPTOR.instruments())
        .flatExtracting(instrument -> instrument.dimensions())
        .allMatch(dimension -> dimension.key().equals("error.type"));
  }
}
