package gateway;

/** An attribute's values that are on their way out. */
@Deprecated
public enum Old {
  A
}
