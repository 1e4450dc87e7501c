package io.numetry.codegen.read;

import java.util.List;

/** A method of a metric set's interface, sound or not. */
public record RawMethod(
    Position position,
    String name,
    MethodForm form,
    Deprecation deprecation,
    RawMarks marks,
    List<String> typeParameters,
    String returnType,
    List<RawParameter> parameters,
    List<String> thrownTypes,
    List<RawInstrument> instruments) {

  public RawMethod {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    thrownTypes = List.copyOf(thrownTypes);
    instruments = List.copyOf(instruments);
  }
}
