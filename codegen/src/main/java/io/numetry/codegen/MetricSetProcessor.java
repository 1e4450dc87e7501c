package io.numetry.codegen;

import io.numetry.codegen.plan.AttributesPlan;
import io.numetry.codegen.plan.AttributesPlanner;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.codegen.plan.SetPlanner;
import io.numetry.codegen.read.InstrumentAnnotations;
import io.numetry.codegen.read.Misplacements;
import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.SchemaReader;
import io.numetry.codegen.validate.AttributeSetValidator;
import io.numetry.codegen.validate.Faults;
import io.numetry.codegen.validate.Limits;
import io.numetry.codegen.validate.SchemaValidator;
import io.numetry.codegen.validate.ValidAttributeSet;
import io.numetry.codegen.validate.ValidSet;
import io.numetry.codegen.validate.Validation;
import io.numetry.codegen.write.AttributesWriter;
import io.numetry.codegen.write.SetWriter;
import io.numetry.schema.AttributeSet;
import io.numetry.schema.MetricSet;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Generates a class for each {@link MetricSet} and for each {@link AttributeSet}. One schema's
 * faults do not keep another from its class.
 *
 * <p>Each generated file originates from one type and depends on nothing but that type and what it
 * names, which is what Gradle calls isolating.
 */
public final class MetricSetProcessor extends AbstractProcessor {
  private @Nullable Steps steps;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.of(
            List.of(MetricSet.class, AttributeSet.class),
            InstrumentAnnotations.types(),
            Misplacements.annotations())
        .flatMap(Collection::stream)
        .map(Class::getCanonicalName)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(
        Options.MAX_COMBINATIONS, Options.RESERVED, Options.BASELINE, Options.BASELINE_WRITE);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    steps = new Steps(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver() && steps != null) {
      steps.process(round);
    }
    return false; // others may want to read the schema, too
  }

  /** What is there once the processor is initialized. */
  private static final class Steps {
    private final SchemaReader reader;
    private final DueTypes metricSets;
    private final DueTypes attributeSets;
    private final Reports reports;
    private final SourceFiles files;
    private final Limits limits;

    Steps(ProcessingEnvironment environment) {
      reader = new SchemaReader(environment.getElementUtils());
      metricSets = new DueTypes(environment.getElementUtils(), MetricSet.class, reader::isReadable);
      attributeSets =
          new DueTypes(environment.getElementUtils(), AttributeSet.class, reader::isReadable);
      reports = new Reports(environment.getMessager());
      limits = Options.read(environment.getOptions(), reports).limits();
      files = new SourceFiles(environment.getFiler(), reports);
    }

    void process(RoundEnvironment round) {
      attributeSets.of(round).forEach(type -> generate(reader.readAttributeSet(type)));
      metricSets.of(round).forEach(type -> generate(reader.read(type)));
      for (Class<? extends Annotation> annotation : InstrumentAnnotations.types()) {
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream()
            .flatMap(method -> reader.readStray(method).stream())
            .forEach(stray -> reports.add(Faults.stray(stray)));
      }
      for (Class<? extends Annotation> annotation : Misplacements.annotations()) {
        round.getElementsAnnotatedWith(annotation).stream()
            .flatMap(element -> reader.readMisplaced(element, annotation).stream())
            .forEach(misplaced -> reports.add(Faults.misplaced(misplaced)));
      }
    }

    private void generate(RawSet set) {
      Validation<ValidSet> validation = SchemaValidator.validate(set, limits);
      reports.add(validation.diagnostics());
      if (validation.valid().isPresent()) {
        SetPlan plan = SetPlanner.plan(validation.valid().get());
        files.write(
            plan.type(),
            SetWriter.source(plan),
            Faults.subject(set),
            set.position(),
            set.declaration());
      }
    }

    private void generate(RawAttributeSet set) {
      Validation<ValidAttributeSet> validation = AttributeSetValidator.validate(set, limits);
      reports.add(validation.diagnostics());
      if (validation.valid().isPresent()) {
        AttributesPlan plan = AttributesPlanner.plan(validation.valid().get());
        files.write(
            plan.type(),
            AttributesWriter.source(plan),
            Faults.subject(set),
            set.position(),
            set.declaration());
      }
    }
  }
}
