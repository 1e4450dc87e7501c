package io.numetry.numa;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this module logs, kept instead of printed until closed. */
final class Warnings implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("io.numetry.numa");

  private final List<String> texts = new ArrayList<>();

  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          texts.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  Warnings() {
    LOGGER.addHandler(recorder);
    LOGGER.setUseParentHandlers(false);
  }

  List<String> texts() {
    return texts;
  }

  @Override
  public void close() {
    LOGGER.setUseParentHandlers(true);
    LOGGER.removeHandler(recorder);
  }
}
