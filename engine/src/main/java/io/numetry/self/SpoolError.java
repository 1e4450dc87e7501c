package io.numetry.self;

import io.numetry.schema.Attribute;

/** Why frames on disk were given up; the points in them are an {@link ExportError} of that name. */
@Attribute("error.type")
public enum SpoolError {
  /** Newer ones needed their room. */
  SPOOL_FULL,

  /** They became too old. */
  SPOOL_EXPIRED,

  /** Newer ones needed their room, and the device had no other. */
  DISK_FULL,

  /** What is read is not what was written. */
  SPOOL_CORRUPT
}
