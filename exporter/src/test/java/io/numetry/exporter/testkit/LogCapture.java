package io.numetry.exporter.testkit;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the product logs, instead of showing it. */
public final class LogCapture extends Handler {
  private final Logger logger = Logger.getLogger("io.numetry");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  public LogCapture() {
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** Level and message of each record so far. */
  public List<String> lines() {
    return lines;
  }

  /** The messages at WARNING and above. */
  public List<String> warnings() {
    return lines.stream().filter(line -> !line.startsWith("INFO ")).toList();
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.INFO.intValue()) {
      String message = record.getMessage();
      Object[] parameters = record.getParameters();
      lines.add(
          record.getLevel().getName()
              + " "
              + (parameters == null ? message : MessageFormat.format(message, parameters)));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
