package gateway;

import io.numetry.schema.Counter;
import io.numetry.schema.MetricSet;

/** Called like a class of the engine, and with types that hide others. */
@MetricSet(name = "gateway.clashes", brief = "Names that mean two things.")
public interface RecordingSet {

  /** Would hide the engine's, were that imported. */
  enum ValueType {
    ANY
  }

  @Counter(unit = "{thing}", brief = "Things done.")
  void addDone(long things);
}
