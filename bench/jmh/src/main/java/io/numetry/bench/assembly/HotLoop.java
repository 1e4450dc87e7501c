package io.numetry.bench.assembly;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The loop that JMH measures: all instructions on a way from its safepoint poll back to it on which
 * nothing is called, by their addresses. What the compiler did not inline is the long way, taken
 * seldom; the branch to it is counted, what it leads to is not.
 */
record HotLoop(List<Instruction> body) {

  /**
   * @param poll the address of the loop's safepoint poll, or one inside that instruction
   * @throws IllegalArgumentException if there is no such loop
   */
  static HotLoop find(List<Instruction> code, long poll) {
    int at = lastUpTo(code, poll);
    List<List<Integer>> after = successors(code);
    BitSet loop = reached(at, after);
    loop.and(reached(at, reversed(after)));
    if (loop.cardinality() < 2) {
      throw new IllegalArgumentException(
          "assembly: no way leads from the safepoint poll back to it without a call");
    }
    return new HotLoop(loop.stream().mapToObj(code::get).toList());
  }

  /** Of all polls the first whose loop there is; the others' loops are inside operations. */
  static HotLoop findAny(List<Instruction> code, List<Long> polls) {
    IllegalArgumentException none =
        new IllegalArgumentException(
            "assembly: the method has no safepoint poll in a loop; was it compiled to its end?");
    for (long poll : polls) {
      try {
        return find(code, poll);
      } catch (IllegalArgumentException e) {
        none.addSuppressed(e);
      }
    }
    throw none;
  }

  private static int lastUpTo(List<Instruction> code, long address) {
    int last = 0;
    for (int i = 0; i < code.size() && code.get(i).address() <= address; i++) {
      last = i;
    }
    return last;
  }

  /** Where control may go from each instruction, by index; nowhere from a call. */
  private static List<List<Integer>> successors(List<Instruction> code) {
    Map<Long, Integer> indexes = new HashMap<>();
    for (int i = 0; i < code.size(); i++) {
      indexes.put(code.get(i).address(), i);
    }
    List<List<Integer>> after = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      Instruction instruction = code.get(i);
      List<Integer> next = new ArrayList<>();
      if (!instruction.ends() && i + 1 < code.size()) {
        next.add(i + 1);
      }
      if (instruction.target().isPresent()) {
        Integer target = indexes.get(instruction.target().getAsLong());
        if (target != null) {
          next.add(target);
        }
      }
      after.add(next);
    }
    return after;
  }

  private static List<List<Integer>> reversed(List<List<Integer>> edges) {
    List<List<Integer>> reversed = new ArrayList<>();
    edges.forEach(e -> reversed.add(new ArrayList<>()));
    for (int i = 0; i < edges.size(); i++) {
      for (int to : edges.get(i)) {
        reversed.get(to).add(i);
      }
    }
    return reversed;
  }

  /** What is reached from there in one step or more. */
  private static BitSet reached(int from, List<List<Integer>> edges) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (int next : edges.get(open.pop())) {
        if (!reached.get(next)) {
          reached.set(next);
          open.push(next);
        }
      }
    }
    return reached;
  }

  boolean contains(long address) {
    return body.stream().anyMatch(instruction -> instruction.address() == address);
  }

  int count() {
    return count(instruction -> !instruction.pads());
  }

  int loads() {
    return count(Instruction::loads);
  }

  int stores() {
    return count(Instruction::stores);
  }

  int conditions() {
    return count(Instruction::branchesOnCondition);
  }

  private int count(Predicate<Instruction> kind) {
    return Math.toIntExact(body.stream().filter(kind).count());
  }
}
