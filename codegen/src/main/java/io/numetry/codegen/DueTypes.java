package io.numetry.codegen;

import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The annotated types of a round. One that refers to something that does not exist yet, because
 * another processor is about to generate it, waits for the next round. If that never comes to be,
 * the compiler says so.
 */
final class DueTypes {
  private final Elements elements;
  private final Class<? extends Annotation> annotation;
  private final Predicate<TypeElement> isReadable;

  /** Names, because a type is another object in each round. */
  private final Set<String> waiting = new LinkedHashSet<>();

  DueTypes(
      Elements elements,
      Class<? extends Annotation> annotation,
      Predicate<TypeElement> isReadable) {
    this.elements = elements;
    this.annotation = annotation;
    this.isReadable = isReadable;
  }

  /** The types that can be read in this round, after those that waited for it. */
  Set<TypeElement> of(RoundEnvironment round) {
    Set<TypeElement> due = new LinkedHashSet<>();
    for (String name : waiting) {
      due.add(elements.getTypeElement(name));
    }
    waiting.clear();
    due.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
    due.removeIf(
        type -> {
          boolean waits = !isReadable.test(type);
          if (waits) {
            waiting.add(type.getQualifiedName().toString());
          }
          return waits;
        });
    return due;
  }
}
