package io.numetry.schema;

/**
 * An attribute that every point of a metric set has, given when the set is registered.
 *
 * @param key the key on the wire
 * @param type the type of its value
 * @param role whose attribute it is
 */
public record AttributeDescriptor(String key, AttributeType type, Role role) {

  public AttributeDescriptor {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("attribute: key is empty, type=" + type);
    }
  }

  /** What an attribute given at registration describes. */
  public enum Role {
    /** The thing that is measured; it identifies the thing wherever it is spoken of. */
    ENTITY,

    /** This registration's share of the thing. */
    ITEM
  }
}
