package io.numetry.bench.chaos;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The process knows nothing of who harms it, nor these of each other, nor the judge of either. */
class PackagesTest {
  private static final String ROOT = "io.numetry.bench.chaos";

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
        .layer("judge")
        .definedBy(ROOT + ".judge")
        .layer("gate")
        .definedBy(ROOT + ".gate")
        .layer("work")
        .definedBy(ROOT + ".work")
        .layer("ledger")
        .definedBy(ROOT + ".ledger")
        .layer("journal")
        .definedBy(ROOT + ".journal")
        .layer("plan")
        .definedBy(ROOT + ".plan")
        .layer("point")
        .definedBy(ROOT + ".point")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("judge")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("gate")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("work")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("ledger")
        .mayOnlyBeAccessedByLayers("command", "judge", "gate")
        .whereLayer("journal")
        .mayOnlyBeAccessedByLayers("command", "judge", "ledger", "work")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("command", "gate")
        .check(CLASSES);
  }
}
