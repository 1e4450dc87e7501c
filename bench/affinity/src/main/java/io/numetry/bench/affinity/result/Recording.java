package io.numetry.bench.affinity.result;

/**
 * What recording costs a CPU with its bank on some node. All figures are nanoseconds of batches.
 *
 * @param memory where the kernel says that the bank's pages are, or why it does not tell
 * @param baseline an array's element incremented and a word looked at, for the next one
 * @param warm one counter's add, and a poll that finds nothing asked
 * @param cold one counter's add to a line that no cache holds: a random walk
 * @param coldBytes the walk's length
 * @param coldExceedsCache true if the walk is at least 1.5 times the last-level cache
 * @param flip what a poll takes longer when a flip is asked
 */
public record Recording(
    int cpu,
    int cpuNode,
    int bankNode,
    String memory,
    Spread baseline,
    Spread warm,
    Spread cold,
    long coldBytes,
    boolean coldExceedsCache,
    Spread flip) {
  public boolean local() {
    return cpuNode == bankNode;
  }
}
