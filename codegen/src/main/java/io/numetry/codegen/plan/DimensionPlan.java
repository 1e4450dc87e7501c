package io.numetry.codegen.plan;

import io.numetry.codegen.read.TypeId;

/**
 * A parameter that is an attribute of the measurement.
 *
 * @param type the enum
 * @param strideBytes from the cell of one constant to that of the next
 */
public record DimensionPlan(String key, String parameter, TypeId type, int strideBytes) {}
