package io.numetry.exporter.body;

/** There is no zstd here; the message says what to do about it. */
public final class ZstdMissingException extends Exception {
  private static final long serialVersionUID = 1;

  /** The dependency that users add who want zstd. */
  static final String ARTIFACT = "com.github.luben:zstd-jni:1.5.7-25";

  private static final String ONE_OF_ITS_CLASSES = "com/github/luben/zstd/ZstdCompressCtx.class";

  ZstdMissingException(Throwable cause) {
    super(isOnClassPath() ? notLoaded(cause) : "add " + ARTIFACT + " to the class path", cause);
  }

  /** As a resource: to load it again would only tell again that it has failed. */
  private static boolean isOnClassPath() {
    ClassLoader loader = ZstdMissingException.class.getClassLoader();
    return loader != null && loader.getResource(ONE_OF_ITS_CLASSES) != null;
  }

  private static String notLoaded(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "zstd-jni cannot load its native part ("
        + root
        + "): allow it by --enable-native-access=ALL-UNNAMED and a java.io.tmpdir that libraries"
        + " may be loaded from, or name a copy by -DZstdNativePath=/path/to/libzstd-jni.so; it is"
        + " tried with "
        + ARTIFACT;
  }
}
