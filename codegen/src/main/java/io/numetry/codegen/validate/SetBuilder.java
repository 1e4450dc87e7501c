package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawAttributeUse;
import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawLayout;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;
import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.RawText;
import io.numetry.schema.CellLayout;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes a schema that breaks no rule, slot size apart. */
final class SetBuilder {
  private final RawSet set;

  SetBuilder(RawSet set) {
    this.set = set;
  }

  /** Bytes of all cells, in a schema of any size. */
  long cellBytes() {
    long bytes = 0;
    for (RawMethod method : set.methods()) {
      RawInstrument instrument = method.instruments().getFirst();
      long cells = DimensionRules.combinations(Signature.of(method).attributes());
      bytes += cells * layout(instrument).cellBytes();
    }
    return bytes;
  }

  /** The engine's own builder lays the cells out, so that processor and engine cannot disagree. */
  ValidSet build() {
    var descriptor = MetricSetDescriptor.builder(set.name().value(), set.brief().value());
    List<ValidAttributeSet> entity = attributeSets(set.entity());
    List<ValidAttributeSet> item = attributeSets(set.item());
    attributes(entity).forEach(each -> descriptor.entityAttribute(each.key(), each.type()));
    attributes(item).forEach(each -> descriptor.itemAttribute(each.key(), each.type()));
    List<ValidMethod> methods = new ArrayList<>();
    for (RawMethod method : set.methods()) {
      ValidMethod valid = method(method);
      describe(descriptor, method, valid);
      methods.add(valid);
    }
    return new ValidSet(
        set.position(), set.declaration(), entity, item, descriptor.build(), methods);
  }

  private static List<ValidAttributeSet> attributeSets(List<RawAttributeUse> uses) {
    return uses.stream().map(each -> AttributeSetBuilder.build(each.set().orElseThrow())).toList();
  }

  private static Stream<ValidAttribute> attributes(List<ValidAttributeSet> sets) {
    return sets.stream().flatMap(each -> each.attributes().stream());
  }

  private static ValidMethod method(RawMethod method) {
    RawInstrument instrument = method.instruments().getFirst();
    Signature signature = Signature.of(method);
    return new ValidMethod(
        method.position(),
        method.name(),
        MethodNames.noun(method.name(), instrument.kind()),
        signature.attributes().stream().map(SetBuilder::dimension).toList(),
        signature.value().orElseThrow().name(),
        signature.count().map(RawParameter::name),
        method.deprecation());
  }

  private static ValidDimension dimension(RawParameter parameter) {
    return new ValidDimension(
        Keys.of(parameter), parameter.name(), Enums.valid(parameter.enumType().orElseThrow()));
  }

  private void describe(
      MetricSetDescriptor.Builder descriptor, RawMethod method, ValidMethod valid) {
    RawInstrument instrument = method.instruments().getFirst();
    RawParameter value = Signature.of(method).value().orElseThrow();
    descriptor
        .instrument(
            instrument.kind(),
            ValueTypes.of(value.type()).orElseThrow(),
            MetricNames.of(set.name().value(), instrument, valid.noun()),
            instrument.unit().value(),
            instrument.brief().value())
        .layout(layout(instrument))
        .stability(
            or(method.marks().stability(), set.marks().stability(), StabilityLevel.DEVELOPMENT))
        .detail(or(method.marks().detail(), set.marks().detail(), DetailLevel.NORMAL))
        .formerNames(
            method.marks().formerNames().stream().map(RawText::value).toArray(String[]::new));
    for (ValidDimension dimension : valid.dimensions()) {
      descriptor.dimension(dimension.key(), dimension.type().values().toArray(String[]::new));
    }
  }

  private static CellLayout layout(RawInstrument instrument) {
    return switch (instrument.layout()) {
      case RawLayout.Fixed() -> instrument.kind().defaultLayout();
      case RawLayout.Exponential exponential -> {
        var layout =
            new ExponentialLayout(
                exponential.maxBuckets().value(),
                exponential.maxScale().value(),
                exponential.negatives());
        yield layout.equals(ExponentialLayout.DEFAULT) ? ExponentialLayout.DEFAULT : layout;
      }
      case RawLayout.Explicit explicit -> {
        var layout =
            new ExplicitLayout(explicit.boundaries().stream().mapToDouble(each -> each).toArray());
        yield layout.equals(ExplicitLayout.DEFAULT) ? ExplicitLayout.DEFAULT : layout;
      }
    };
  }

  private static <T> T or(Optional<T> method, Optional<T> type, T otherwise) {
    return method.or(() -> type).orElse(otherwise);
  }
}
