package io.numetry.codegen;

import io.numetry.codegen.plan.SetPlan;
import io.numetry.codegen.plan.SetPlanner;
import io.numetry.codegen.read.InstrumentAnnotations;
import io.numetry.codegen.read.RawSet;
import io.numetry.codegen.read.SchemaReader;
import io.numetry.codegen.validate.Diagnostic;
import io.numetry.codegen.validate.Faults;
import io.numetry.codegen.validate.Limits;
import io.numetry.codegen.validate.SchemaValidator;
import io.numetry.codegen.validate.Validation;
import io.numetry.codegen.write.SetWriter;
import io.numetry.schema.MetricSet;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates a class for each {@link MetricSet}. One set's faults do not keep another from its
 * class.
 *
 * <p>Rounds: a set whose annotations use constants that do not exist yet, because another processor
 * is about to generate them, waits for the next round. If they never come to be, the compiler says
 * so.
 *
 * <p>Each generated file originates from one interface and depends on nothing else, which is what
 * Gradle calls isolating.
 */
public final class MetricSetProcessor extends AbstractProcessor {
  /** Names, because a type is another object in each round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Stream.concat(Stream.of(MetricSet.class), InstrumentAnnotations.types().stream())
        .map(Class::getCanonicalName)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      SchemaReader reader = new SchemaReader(processingEnv.getElementUtils());
      for (TypeElement type : due(round)) {
        if (reader.isReadable(type)) {
          generate(reader.read(type));
        } else {
          waiting.add(type.getQualifiedName().toString());
        }
      }
      for (Class<? extends Annotation> annotation : InstrumentAnnotations.types()) {
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(annotation)).stream()
            .flatMap(method -> reader.readStray(method).stream())
            .forEach(stray -> report(Faults.stray(stray)));
      }
    }
    return false; // others may want to read the schema, too
  }

  /** The sets of this round, after those that waited for it. */
  private Set<TypeElement> due(RoundEnvironment round) {
    Set<TypeElement> due = new LinkedHashSet<>();
    for (String name : waiting) {
      due.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    waiting.clear();
    due.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(MetricSet.class)));
    return due;
  }

  private void generate(RawSet set) {
    Validation validation = SchemaValidator.validate(set, Limits.DEFAULT);
    validation.diagnostics().forEach(this::report);
    validation.set().map(SetPlanner::plan).ifPresent(plan -> write(set, plan));
  }

  private void write(RawSet set, SetPlan plan) {
    String source = SetWriter.source(plan);
    Element origin = set.position().originatingElement();
    try (Writer file =
        processingEnv
            .getFiler()
            .createSourceFile(plan.type().qualifiedName(), origin)
            .openWriter()) {
      file.write(source);
    } catch (FilerException taken) {
      report(Faults.nameTaken(set));
    } catch (IOException unwritable) {
      report(Faults.unwritable(set, unwritable));
    }
  }

  private void report(Diagnostic diagnostic) {
    if (diagnostic.isError()) {
      diagnostic.position().reportError(processingEnv.getMessager(), diagnostic.message());
    } else {
      diagnostic.position().reportWarning(processingEnv.getMessager(), diagnostic.message());
    }
  }
}
