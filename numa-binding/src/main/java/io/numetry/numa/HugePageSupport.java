package io.numetry.numa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel does with transparent huge pages.
 *
 * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/mm/transhuge.html">Transparent
 *     Hugepage Support</a>
 */
final class HugePageSupport {

  static final HugePageSupport OF_HOST =
      new HugePageSupport(Path.of("/sys/kernel/mm/transparent_hugepage"));

  /** Of x86-64, and of AArch64 with ordinary pages of 4 KiB. */
  private static final long USUAL_BYTES = 2 << 20;

  private final Path folder;

  HugePageSupport(Path folder) {
    this.folder = folder;
  }

  /** True if the kernel says that nobody gets transparent huge pages, whatever is advised. */
  boolean switchedOff() {
    return text("enabled").contains("[never]");
  }

  String file() {
    return folder.resolve("enabled").toString();
  }

  /** Bytes in a transparent huge page. */
  long pageBytes() {
    String text = text("hpage_pmd_size");
    try {
      long bytes = Long.parseLong(text);
      return Long.bitCount(bytes) == 1 && bytes > 0 ? bytes : USUAL_BYTES;
    } catch (NumberFormatException e) {
      return USUAL_BYTES;
    }
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
