package io.numetry.bench.affinity;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Selected, measured, judged, reported: each knows the results, and no one the next. */
class PackagesTest {
  private static final String ROOT = "io.numetry.bench.affinity";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void pointInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("command")
        .definedBy(ROOT)
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("judge")
        .definedBy(ROOT + ".judge")
        .layer("measure")
        .definedBy(ROOT + ".measure")
        .layer("select")
        .definedBy(ROOT + ".select")
        .layer("result")
        .definedBy(ROOT + ".result")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("judge")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("measure")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("select")
        .mayOnlyBeAccessedByLayers("judge", "measure", "command")
        .check(CLASSES);
  }
}
