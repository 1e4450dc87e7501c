package io.numetry.attribute;

/**
 * Lets sets of attributes share their texts: of a core's registrations most have keys and values
 * that another one has, and whoever asks for them has mostly made them anew.
 *
 * <p>A text has one place, which another one may take; so this is bounded, keeps no more than that
 * many short texts from being collected, and forgets one now and then.
 *
 * <p>Threads: one.
 */
public final class SharedTexts {
  private static final int PLACES = 1024;

  /** Long ones are seldom alike, and are not kept for the sake of others. */
  private static final int MAX_LENGTH = 128;

  private final String[] texts = new String[PLACES];

  /** The same attributes, with texts of those that came before. */
  public Attributes share(Attributes attributes) {
    return attributes.withTexts(this::shared);
  }

  private String shared(String text) {
    if (text.length() > MAX_LENGTH) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    String known = texts[place];
    if (text.equals(known)) {
      return known;
    }
    texts[place] = text;
    return text;
  }
}
