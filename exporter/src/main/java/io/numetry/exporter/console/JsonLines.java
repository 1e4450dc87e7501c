package io.numetry.exporter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.numetry.exporter.json.OtlpJson;
import java.nio.charset.Charset;
import java.util.List;

/** A line for each request, in UTF-8 whatever the console's charset is. */
final class JsonLines implements Rendering {

  @Override
  public String render(List<Collected> collected) {
    var lines = new StringBuilder();
    for (Collected node : collected) {
      for (byte[] request : node.requests()) {
        lines.append(OtlpJson.of(request)).append('\n');
      }
    }
    return lines.toString();
  }

  @Override
  public Charset charset(Charset ofStream) {
    return UTF_8;
  }
}
