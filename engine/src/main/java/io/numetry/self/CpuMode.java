package io.numetry.self;

import io.numetry.schema.Attribute;

/** What a CPU was busy with. */
@Attribute("cpu.mode")
public enum CpuMode {
  USER,
  SYSTEM
}
