package io.numetry.self;

import io.numetry.schema.Attribute;

/** Where pages are that were to be on a node. */
@Attribute("numetry.page.location")
public enum PageLocation {
  LOCAL,
  REMOTE,
  ABSENT,
  UNKNOWN
}
