package io.numetry.codegen.read;

import java.util.Optional;

/**
 * A constant of an enum.
 *
 * @param value what it says of the attribute's value
 * @param absent where it says that it leaves the attribute out, if it does
 */
public record RawConstant(
    String name, Position position, Optional<RawText> value, Optional<Position> absent) {}
