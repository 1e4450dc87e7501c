package io.numetry.codegen.plan;

import io.numetry.codegen.read.Deprecation;
import io.numetry.schema.InstrumentDescriptor;

/**
 * One instrument in the generated class: the constant with its cell's offset, and the method that
 * records to the cell.
 *
 * @param constant Java name of the offset; the offset itself is the descriptor's
 * @param method name of the interface's method
 * @param parameter its parameter's name, which is never a constant's
 * @param recordingCall method of {@link io.numetry.record.RecordingSet} that does the work
 */
public record CellPlan(
    String constant,
    InstrumentDescriptor descriptor,
    String method,
    String parameter,
    Deprecation deprecation,
    String recordingCall) {}
