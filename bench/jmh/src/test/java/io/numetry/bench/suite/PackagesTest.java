package io.numetry.bench.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Rows and results know nothing of each other; measured, judged, reported or compared. */
class PackagesTest {
  private static final String ROOT = "io.numetry.bench.suite";
  private static final String BENCHES = "io.numetry.bench.jmh";

  private static JavaClasses classes(String... packages) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(packages);
  }

  @Test
  void pointInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("command")
        .definedBy(ROOT)
        .layer("compare")
        .definedBy(ROOT + ".compare")
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("judge")
        .definedBy(ROOT + ".judge")
        .layer("measure")
        .definedBy(ROOT + ".measure")
        .layer("rows")
        .definedBy(ROOT + ".rows")
        .layer("result")
        .definedBy(ROOT + ".result")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("compare")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("measure")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("judge")
        .mayOnlyBeAccessedByLayers("report", "compare", "command")
        .whereLayer("rows")
        .mayOnlyBeAccessedByLayers("measure", "judge", "report", "compare", "command")
        .whereLayer("rows")
        .mayNotAccessAnyLayer()
        .whereLayer("result")
        .mayNotAccessAnyLayer()
        .check(classes(ROOT));
  }

  @Test
  void benchesKnowNothingOfTheSuiteAndNotEachOtherInCircles() {
    JavaClasses benches = classes(BENCHES);
    noClasses()
        .that()
        .resideInAPackage(BENCHES + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "..", "io.numetry.bench.assembly..")
        .check(benches);
    slices().matching(BENCHES + ".(*)..").should().beFreeOfCycles().check(benches);
  }
}
