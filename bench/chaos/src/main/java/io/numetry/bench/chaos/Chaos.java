package io.numetry.bench.chaos;

/** The command. Exits with 0 if every point is accounted for, with 1 if not, with 2 on misuse. */
public final class Chaos {
  private Chaos() {}

  public static void main(String[] arguments) throws Exception {
    ChaosOptions options;
    try {
      options = ChaosOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("chaos: " + e.getMessage());
      System.exit(2);
      return;
    }
    System.out.println("seed " + options.seed() + ", " + options.duration().toSeconds() + " s");
    ChaosResult result = ChaosRun.run(options, System.out::println);
    result.lines().forEach(System.out::println);
    System.exit(result.isGood() ? 0 : 1);
  }
}
