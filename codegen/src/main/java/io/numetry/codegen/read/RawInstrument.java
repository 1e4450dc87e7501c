package io.numetry.codegen.read;

import io.numetry.schema.InstrumentKind;

/**
 * An instrument annotation on a method.
 *
 * @param annotation its simple name
 * @param name empty if the default is wanted
 */
public record RawInstrument(
    String annotation,
    InstrumentKind kind,
    RawText name,
    RawText unit,
    RawText brief,
    RawLayout layout) {}
