package io.numetry.bench.jmh.record;

import org.openjdk.jmh.annotations.Threads;

/** {@link RecordBench} on two threads at a time; a figure is what each of them waits. */
@Threads(2)
public class SharedRecordBench extends RecordBench {}
