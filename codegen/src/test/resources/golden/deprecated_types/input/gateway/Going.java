package gateway;

/** An attribute's values that are going to be removed, but for one. */
public enum Going {
  STAYING,
  @Deprecated(forRemoval = true)
  GOING
}
