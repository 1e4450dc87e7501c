package io.numetry.exporter.console;

import java.nio.charset.Charset;
import java.util.List;

/** Makes text of what nodes have collected. */
interface Rendering {

  /**
   * The text, with its line ends; empty if there is nothing to write.
   *
   * @param collected of one or several nodes, in the nodes' order
   */
  String render(List<Collected> collected);

  /**
   * The charset that the text is written in.
   *
   * @param ofStream the charset of where it is written
   */
  Charset charset(Charset ofStream);
}
