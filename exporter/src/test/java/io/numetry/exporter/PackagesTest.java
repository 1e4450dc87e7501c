package io.numetry.exporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.numetry.exporter");

  @Test
  void shouldPointInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.numetry.exporter..")
        .layer("exporter")
        .definedBy("io.numetry.exporter")
        .layer("otlp")
        .definedBy("io.numetry.exporter.otlp")
        .layer("http")
        .definedBy("io.numetry.exporter.http")
        .layer("console")
        .definedBy("io.numetry.exporter.console")
        .layer("frame")
        .definedBy("io.numetry.exporter.frame")
        .layer("config")
        .definedBy("io.numetry.exporter.config")
        .whereLayer("exporter")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("otlp")
        .mayOnlyBeAccessedByLayers("exporter", "console")
        .whereLayer("console")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("exporter")
        .whereLayer("frame")
        .mayOnlyBeAccessedByLayers("exporter", "otlp", "console", "http")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("exporter", "console", "http")
        .check(CLASSES);
  }

  @Test
  void shouldEncodeWithoutATransport() {
    noClasses()
        .that()
        .resideInAPackage("io.numetry.exporter.otlp")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(CLASSES);
  }

  @Test
  void shouldTouchNoMachineryOfTheEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.numetry.aggregate..",
            "io.numetry.bank..",
            "io.numetry.flip..",
            "io.numetry.registry..")
        .check(CLASSES);
  }
}
