package io.numetry.record;

import io.numetry.schema.MetricSetDescriptor;
import java.util.function.Function;

/**
 * A generated metric set's class as the engine sees it: its description, and how to make one over a
 * slot. Generated code holds one in its constant {@code TYPE}.
 */
public record MetricSetType<S extends RecordingSet>(
    MetricSetDescriptor descriptor, Function<SlotHandle, S> factory) {}
