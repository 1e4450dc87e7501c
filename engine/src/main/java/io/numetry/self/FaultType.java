package io.numetry.self;

import io.numetry.schema.Attribute;

/** Whether a page fault was served from memory, or a disk was read for it. */
@Attribute("system.paging.fault.type")
public enum FaultType {
  MINOR,
  MAJOR
}
