package io.numetry.view;

import io.numetry.schema.InstrumentDescriptor;
import io.numetry.schema.MetricSetDescriptor;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Selects instruments and says how they are sent: under another name or description, with fewer
 * attributes, or not at all (specification, "View").
 *
 * <pre>{@code
 * View.of("gateway.*").keepAttributes("gateway.receiver.id")
 * View.of("gateway.receiver.bytes").rename("gateway.bytes_in")
 * View.of("*").ofSet("gateway.debug").drop()
 * }</pre>
 *
 * <p>In a pattern {@code *} stands for any characters, {@code ?} for one. An instrument that
 * several views select is sent once for each; one that none selects is sent as its schema says.
 * Values whose attributes become equal are merged as the instrument merges.
 */
public final class View {
  private final String instrumentPattern;
  private final String setPattern;
  private final Pattern instruments;
  private final Pattern sets;
  private final @Nullable String name;
  private final @Nullable String brief;
  private final @Nullable Set<String> keys;
  private final boolean keepsKeys;
  private final boolean drops;

  private View(
      String instrumentPattern,
      String setPattern,
      @Nullable String name,
      @Nullable String brief,
      @Nullable Set<String> keys,
      boolean keepsKeys,
      boolean drops) {
    this.instrumentPattern = instrumentPattern;
    this.setPattern = setPattern;
    this.instruments = compile(instrumentPattern);
    this.sets = compile(setPattern);
    this.name = name;
    this.brief = brief;
    this.keys = keys;
    this.keepsKeys = keepsKeys;
    this.drops = drops;
    if (name != null && isWild(instrumentPattern)) {
      throw new IllegalArgumentException(
          this + ": renames what a pattern selects; write the name of one instrument instead");
    }
    if (drops && (name != null || brief != null || keys != null)) {
      throw new IllegalArgumentException(
          this + ": drops what it also describes; write a view for each");
    }
  }

  /** A view of the instruments whose metric name fits the pattern, without regard to case. */
  public static View of(String instrumentPattern) {
    if (instrumentPattern.isBlank()) {
      throw new IllegalArgumentException(
          "view: instrument=" + instrumentPattern + ", write a metric's name or a pattern");
    }
    return new View(instrumentPattern, "*", null, null, null, false, false);
  }

  /** Selects in metric sets whose name fits the pattern only. */
  public View ofSet(String pattern) {
    return new View(instrumentPattern, pattern, name, brief, keys, keepsKeys, drops);
  }

  /** Sends the instrument under this name; the view must select exactly one. */
  public View rename(String metricName) {
    if (metricName.isBlank()) {
      throw new IllegalArgumentException(this + ": rename=" + metricName + ", write a metric name");
    }
    return new View(instrumentPattern, setPattern, metricName, brief, keys, keepsKeys, drops);
  }

  /** Sends the instruments with this description. */
  public View describe(String metricBrief) {
    return new View(instrumentPattern, setPattern, name, metricBrief, keys, keepsKeys, drops);
  }

  /** Leaves out all attributes but these; the level's attribute always stays. */
  public View keepAttributes(String... kept) {
    return new View(instrumentPattern, setPattern, name, brief, Set.of(kept), true, drops);
  }

  /** Leaves out these attributes. */
  public View dropAttributes(String... dropped) {
    return new View(instrumentPattern, setPattern, name, brief, Set.of(dropped), false, drops);
  }

  /** Does not send the instruments at all. */
  public View drop() {
    return new View(instrumentPattern, setPattern, name, brief, keys, keepsKeys, true);
  }

  boolean selects(MetricSetDescriptor set, InstrumentDescriptor instrument) {
    return sets.matcher(set.name()).matches() && instruments.matcher(instrument.name()).matches();
  }

  boolean drops() {
    return drops;
  }

  /** The instrument's name and description as this view has them. */
  InstrumentDescriptor describe(InstrumentDescriptor instrument) {
    InstrumentDescriptor described = instrument;
    if (name != null) {
      described = described.withName(name);
    }
    return brief == null ? described : described.withBrief(brief);
  }

  AttributeFilter filter() {
    return keys == null ? AttributeFilter.ALL : new AttributeFilter(keys, keepsKeys);
  }

  @Override
  public String toString() {
    String set = setPattern.equals("*") ? "" : " of " + setPattern;
    return "view of " + instrumentPattern + set;
  }

  private static boolean isWild(String pattern) {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  private static Pattern compile(String pattern) {
    String expression =
        pattern
            .codePoints()
            .mapToObj(
                c ->
                    switch (c) {
                      case '*' -> ".*";
                      case '?' -> ".";
                      default -> Pattern.quote(Character.toString(c));
                    })
            .collect(Collectors.joining());
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }
}
