package io.numetry.numa.topology;

import java.util.ArrayList;
import java.util.List;

/** What was odd while reading, in order, bounded. Used by one thread. */
final class Remarks {

  /** A damaged tree of thousands of CPUs shall not bring thousands of lines. */
  private static final int MOST = 50;

  private final List<String> remarks = new ArrayList<>();
  private int left;

  void add(String remark) {
    if (remarks.size() < MOST) {
      remarks.add(remark);
    } else {
      left++;
    }
  }

  List<String> toList() {
    List<String> all = new ArrayList<>(remarks);
    if (left > 0) {
      all.add("topology: further remarks=" + left + " are left out");
    }
    return List.copyOf(all);
  }
}
