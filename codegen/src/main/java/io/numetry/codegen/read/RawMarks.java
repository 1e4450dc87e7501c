package io.numetry.codegen.read;

import io.numetry.schema.DetailLevel;
import io.numetry.schema.StabilityLevel;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a method, or of all methods of a type, beside the instrument.
 *
 * @param formerNames empty, too, if there is an annotation without a name
 * @param formerNamesPosition of the annotation that gives former names
 */
public record RawMarks(
    Optional<StabilityLevel> stability,
    Optional<DetailLevel> detail,
    List<RawText> formerNames,
    Optional<Position> formerNamesPosition) {

  public RawMarks {
    formerNames = List.copyOf(formerNames);
  }
}
