package io.numetry;

/** The version that the resource and the User-Agent tell. */
public final class Version {
  private static final String FROM_MANIFEST = Version.class.getPackage().getImplementationVersion();

  /** From the jar's manifest; {@code development} when run from class folders. */
  public static final String NUMBER = FROM_MANIFEST == null ? "development" : FROM_MANIFEST;

  private Version() {}
}
