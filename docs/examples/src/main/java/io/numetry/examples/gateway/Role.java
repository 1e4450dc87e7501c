package io.numetry.examples.gateway;

/** A piece of a lane that one core carries. All methods are that core's thread's. */
interface Role {

  /** Takes the role's metrics of the core that carries it. */
  void start(CoreInstruments core);

  /**
   * A slice of work, never waiting.
   *
   * @param draining true once no more is to be taken from the line
   * @return the number of frames handled
   */
  int doWork(boolean draining);

  /** True if draining and there is nothing left to do, now or later. */
  boolean isDone();
}
