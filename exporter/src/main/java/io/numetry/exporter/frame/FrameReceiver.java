package io.numetry.exporter.frame;

/** Where a frame arrives once the sender's thread runs it. */
@FunctionalInterface
public interface FrameReceiver {

  /** Takes the frame over; called on the sender's thread. */
  void receive(Frame frame);
}
