package io.numetry.codegen.plan;

import io.numetry.codegen.read.Deprecation;
import io.numetry.schema.InstrumentDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * One instrument in the generated class: the constant with its first cell's offset, and the method
 * that records to its cells.
 *
 * @param constant Java name of the offset; the offset itself is the descriptor's
 * @param method name of the interface's method
 * @param dimensions parameters before the value, which say which cell it is
 * @param value name of the parameter, which like all parameters' is never a constant's
 * @param count name of the parameter after the value, if there is one
 * @param recordingCall method of {@link io.numetry.record.RecordingSet} that does the work
 * @param layout what the call is to be told of the cell's layout, if anything
 */
public record CellPlan(
    String constant,
    InstrumentDescriptor descriptor,
    String method,
    List<DimensionPlan> dimensions,
    String value,
    Optional<String> count,
    Deprecation deprecation,
    String recordingCall,
    Optional<LayoutPlan> layout) {

  public CellPlan {
    dimensions = List.copyOf(dimensions);
  }
}
