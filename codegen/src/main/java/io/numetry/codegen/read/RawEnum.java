package io.numetry.codegen.read;

import java.util.List;
import java.util.Optional;

/**
 * An enum that is used as an attribute, sound or not.
 *
 * @param privateTypes of the enum and the types around it, the names of the private ones
 * @param effectivelyPublic true if the enum and all types around it are public
 * @param deprecation the strongest one of the enum and its constants
 * @param key what the enum itself says of the attribute's key
 * @param constants in the order of their ordinals
 */
public record RawEnum(
    Position position,
    TypeId type,
    List<String> privateTypes,
    boolean effectivelyPublic,
    Deprecation deprecation,
    Optional<RawText> key,
    List<RawConstant> constants) {

  public RawEnum {
    privateTypes = List.copyOf(privateTypes);
    constants = List.copyOf(constants);
  }
}
