package io.numetry.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables by the rules of the OpenTelemetry specification (configuration, "common"):
 * an empty value is an unset one; a value that cannot be parsed is warned of and ignored.
 */
public final class Environment {
  private static final System.Logger LOG = System.getLogger(Environment.class.getName());

  private final UnaryOperator<@Nullable String> variables;

  /**
   * @param variables gives a variable's value, or null
   */
  public Environment(UnaryOperator<@Nullable String> variables) {
    this.variables = variables;
  }

  /** The process's own environment. */
  public static Environment ofProcess() {
    return new Environment(System::getenv);
  }

  public Optional<String> string(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /** Lower case, for the caller to compare with its known values. */
  public Optional<String> keyword(String name) {
    return string(name).map(value -> value.toLowerCase(Locale.ROOT));
  }

  /** True only for {@code true}, in any case. */
  public boolean isTrue(String name) {
    Optional<String> value = keyword(name);
    if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
      ignored(name, value.get(), "write true or false");
    }
    return value.isPresent() && value.get().equals("true");
  }

  /** A whole number of milliseconds that is greater than zero. */
  public Optional<Duration> positiveMillis(String name) {
    Optional<String> value = string(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      int millis = Integer.parseInt(value.get());
      if (millis > 0) {
        return Optional.of(Duration.ofMillis(millis));
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    ignored(name, value.get(), "write milliseconds, 1 to 2147483647");
    return Optional.empty();
  }

  /** A whole number of milliseconds; zero stands for no limit. */
  public Optional<Duration> timeoutMillis(String name) {
    Optional<String> value = string(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      int millis = Integer.parseInt(value.get());
      if (millis >= 0) {
        return Optional.of(Duration.ofMillis(millis));
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    ignored(name, value.get(), "write milliseconds, 1 to 2147483647, or 0 for no limit");
    return Optional.empty();
  }

  /** Tells that a variable is known, but has no effect. */
  public void unfollowed(String name, String value, String why) {
    LOG.log(System.Logger.Level.INFO, "{0}={1} is not followed: {2}", name, value, why);
  }

  /** Warns of a value that has another name by now, and is taken for that. */
  public void deprecated(String name, String value, String instead) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0}={1} is deprecated and taken for {2}: write {2}",
        name,
        value,
        instead);
  }

  /** Warns that a variable's value is not used. */
  public void ignored(String name, String value, String instead) {
    LOG.log(System.Logger.Level.WARNING, "{0}={1} is ignored: {2}", name, value, instead);
  }
}
