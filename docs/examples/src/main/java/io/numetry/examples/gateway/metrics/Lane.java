package io.numetry.examples.gateway.metrics;

import io.numetry.schema.Attribute;
import io.numetry.schema.AttributeSet;

/**
 * Which of the gateway's lanes a metric set is registered for.
 *
 * @param number from 0
 */
@AttributeSet
public record Lane(@Attribute("gateway.lane") int number) {}
