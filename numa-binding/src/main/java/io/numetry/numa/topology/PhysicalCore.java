package io.numetry.numa.topology;

import io.numetry.numa.CpuSet;
import java.util.OptionalInt;

/**
 * One physical core.
 *
 * @param socket the processor package it is in; empty if not told
 * @param cpus its hardware threads that are switched on, allowed to this process or not. A CPU
 *     whose siblings are not told passes for a core of its own.
 */
public record PhysicalCore(OptionalInt socket, CpuSet cpus) {}
