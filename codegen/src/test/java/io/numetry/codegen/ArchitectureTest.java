package io.numetry.codegen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The way of a schema goes forward only: read, validate, plan, write. */
class ArchitectureTest {
  private static final String ROOT = "io.numetry.codegen";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void shouldFlowForward() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("processor")
        .definedBy(ROOT)
        .layer("read")
        .definedBy(ROOT + ".read..")
        .layer("validate")
        .definedBy(ROOT + ".validate..")
        .layer("plan")
        .definedBy(ROOT + ".plan..")
        .layer("write")
        .definedBy(ROOT + ".write..")
        .whereLayer("processor")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("processor")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("processor", "write")
        .whereLayer("validate")
        .mayOnlyBeAccessedByLayers("processor", "plan")
        .check(CLASSES);
  }

  @Test
  void shouldSeeTheCompilersElementsOnlyWhereTheyAreRead() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".validate..", ROOT + ".plan..", ROOT + ".write..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are the compiler's, but for the modifiers that JavaPoet takes",
                ArchitectureTest::isTheCompilers))
        .check(CLASSES);
  }

  @Test
  void shouldSpellJavaOnlyWhereItIsWritten() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".write..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }

  /** Records and enums are how steps speak to each other; what does the work is hidden or final. */
  @Test
  void shouldOfferNothingToExtend() {
    classes()
        .that()
        .arePublic()
        .and()
        .areNotInterfaces()
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }

  private static boolean isTheCompilers(JavaClass type) {
    return (type.getPackageName().startsWith("javax.lang.model")
            || type.getPackageName().startsWith("javax.annotation.processing")
            || type.getPackageName().startsWith("javax.tools"))
        && !type.isEquivalentTo(Modifier.class);
  }
}
