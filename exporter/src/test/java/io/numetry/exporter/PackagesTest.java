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
        .layer("grpc")
        .definedBy("io.numetry.exporter.grpc")
        .layer("json")
        .definedBy("io.numetry.exporter.json")
        .layer("client")
        .definedBy("io.numetry.exporter.client")
        .layer("net")
        .definedBy("io.numetry.exporter.net")
        .layer("body")
        .definedBy("io.numetry.exporter.body")
        .layer("send")
        .definedBy("io.numetry.exporter.send")
        .layer("frame")
        .definedBy("io.numetry.exporter.frame")
        .layer("config")
        .definedBy("io.numetry.exporter.config")
        .layer("spool")
        .definedBy("io.numetry.exporter.spool")
        .whereLayer("exporter")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("otlp")
        .mayOnlyBeAccessedByLayers("exporter", "console")
        .whereLayer("console")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("exporter")
        .whereLayer("grpc")
        .mayOnlyBeAccessedByLayers("exporter")
        .whereLayer("client")
        .mayOnlyBeAccessedByLayers("http", "grpc")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("console", "client")
        .whereLayer("net")
        .mayOnlyBeAccessedByLayers("client")
        .whereLayer("body")
        .mayOnlyBeAccessedByLayers("http", "grpc", "client")
        .whereLayer("send")
        .mayOnlyBeAccessedByLayers("exporter", "http", "grpc", "client")
        .whereLayer("frame")
        .mayOnlyBeAccessedByLayers(
            "exporter", "otlp", "console", "http", "grpc", "client", "body", "send")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("exporter", "console", "http", "grpc", "client", "net", "send")
        .whereLayer("spool")
        .mayOnlyBeAccessedByLayers("exporter", "config", "send")
        .check(CLASSES);
  }

  @Test
  void shouldSpoolWithoutATransport() {
    noClasses()
        .that()
        .resideInAPackage("io.numetry.exporter.spool")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "io.numetry.exporter.frame")
        .check(CLASSES);
  }

  @Test
  void shouldKnowChronicleInOneClass() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.numetry.exporter.spool.ChronicleMapping")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.openhft..")
        .check(CLASSES);
  }

  /** So that nothing of it is loaded unless zstd is asked for. */
  @Test
  void shouldKnowZstdInOneClass() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.numetry.exporter.body.Zstd")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.luben..")
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
