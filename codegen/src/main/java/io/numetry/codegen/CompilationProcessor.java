package io.numetry.codegen;

import io.numetry.codegen.read.SchemaReader;
import io.numetry.codegen.validate.Baseline;
import io.numetry.codegen.validate.CompilationValidator;
import io.numetry.codegen.validate.Faults;
import io.numetry.codegen.validate.SchemaValidator;
import io.numetry.codegen.validate.ValidSet;
import io.numetry.schema.MetricSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Holds the metric sets of a compilation against each other and against a baseline of stable
 * metrics: names that two sets want, former names that are in use, stable metrics that are gone.
 *
 * <p>Why this is a processor of its own: whether two sets want one name cannot be told from one
 * set, whereas a set's class can be generated from its schema alone. Build tools that compile again
 * only what changed treat the two differently. Gradle hands this processor, which is aggregating,
 * all sets each time, those that did not change as class files; it hands {@link
 * MetricSetProcessor}, which is isolating, only those that changed, and generates no class anew for
 * nothing. (Were that one aggregating, it would read unchanged schemas from class files, which may
 * lack the parameters' names that keys follow from.) Nothing is generated here, hence there is
 * nothing to keep up to date. A tool that hands over only what changed, as some editors do, misses
 * clashes with what did not, until a whole build; it should not be given a baseline, of which it
 * would see but a part.
 *
 * <p>Sets that break a rule of their own are told of by the other processor, and left out here.
 */
public final class CompilationProcessor extends AbstractProcessor {
  private @Nullable Steps steps;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(MetricSet.class.getCanonicalName());
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
    if (steps != null) {
      if (round.processingOver()) {
        steps.finish();
      } else {
        steps.process(round);
      }
    }
    return false; // the other processor reads the same annotation
  }

  /** What is there once the processor is initialized. */
  private static final class Steps {
    private final Elements elements;
    private final SchemaReader reader;
    private final Reports reports;
    private final Options options;

    /** Names, because a type is another object in each round, and only the last one has places. */
    private final Set<String> typeNames = new LinkedHashSet<>();

    Steps(ProcessingEnvironment environment) {
      elements = environment.getElementUtils();
      reader = new SchemaReader(elements);
      reports = new Reports(environment.getMessager());
      // The other processor reports wrong options.
      options = Options.read(environment.getOptions(), Reports.toNobody(environment.getMessager()));
    }

    void process(RoundEnvironment round) {
      ElementFilter.typesIn(round.getElementsAnnotatedWith(MetricSet.class))
          .forEach(type -> typeNames.add(type.getQualifiedName().toString()));
    }

    /** All types that another processor generates are there now. */
    void finish() {
      List<ValidSet> sets = new ArrayList<>();
      for (String name : typeNames) {
        TypeElement type = elements.getTypeElement(name);
        if (type != null && reader.isReadable(type)) {
          SchemaValidator.validate(reader.read(type), options.limits())
              .valid()
              .ifPresent(sets::add);
        }
      }
      reports.add(CompilationValidator.validate(sets));
      // What is stable in a set with faults cannot be told, hence not missed.
      if (sets.size() == typeNames.size() && options.baseline().isPresent()) {
        compareOrWrite(options.baseline().get(), sets);
      }
    }

    private void compareOrWrite(Path baseline, List<ValidSet> sets) {
      try {
        if (options.writesBaseline()) {
          Files.writeString(baseline, Baseline.text(sets));
          return;
        }
      } catch (IOException unwritable) {
        reports.add(Faults.baselineUnwritable(baseline, unwritable));
        return;
      }
      try {
        reports.add(
            CompilationValidator.validate(sets, baseline.toString(), Files.readAllLines(baseline)));
      } catch (IOException unreadable) {
        reports.add(Faults.baselineUnreadable(baseline, unreadable));
      }
    }
  }
}
