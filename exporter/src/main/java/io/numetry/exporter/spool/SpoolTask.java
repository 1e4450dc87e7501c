package io.numetry.exporter.spool;

/**
 * What a thread hands over to the spool's thread: an append of its frame, a look at the oldest one,
 * an acknowledgement. An object that is used again and again makes a hand-over free of allocation.
 */
@FunctionalInterface
public interface SpoolTask {

  /** Called on the spool's thread; it may wait for the device, and should wait for nothing else. */
  void run(SpoolStore store);
}
