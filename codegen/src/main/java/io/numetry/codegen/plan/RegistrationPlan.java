package io.numetry.codegen.plan;

import io.numetry.codegen.read.TypeId;

/**
 * An attribute set that is given when the metric set is registered.
 *
 * @param parameter name of the parameter that takes it
 * @param recordType the attribute set
 * @param attributesType the class that is generated for it
 */
public record RegistrationPlan(String parameter, TypeId recordType, TypeId attributesType) {}
