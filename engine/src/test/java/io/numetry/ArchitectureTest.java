package io.numetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows between the engine's packages: values flow one way, and so do the dependencies. */
class ArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(
              location -> !location.contains("numetry-numa") && !location.contains("numa-binding"))
          .importPackages("io.numetry");

  @Test
  void eachPackageUsesOnlyWhatStandsBeforeIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("schema")
        .definedBy("io.numetry.schema")
        .layer("attribute")
        .definedBy("io.numetry.attribute")
        .layer("memory")
        .definedBy("io.numetry.memory")
        .layer("histogram")
        .definedBy("io.numetry.histogram")
        .layer("record")
        .definedBy("io.numetry.record")
        .layer("bank")
        .definedBy("io.numetry.bank")
        .layer("flip")
        .definedBy("io.numetry.flip")
        .layer("registry")
        .definedBy("io.numetry.registry")
        .layer("core")
        .definedBy("io.numetry.core")
        .layer("view")
        .definedBy("io.numetry.view")
        .layer("relay")
        .definedBy("io.numetry.relay")
        .layer("json")
        .definedBy("io.numetry.json")
        .layer("health")
        .definedBy("io.numetry.health")
        .layer("reflect")
        .definedBy("io.numetry.reflect")
        .layer("snapshot")
        .definedBy("io.numetry.snapshot")
        .layer("window")
        .definedBy("io.numetry.window")
        .layer("export")
        .definedBy("io.numetry.export")
        .layer("self")
        .definedBy("io.numetry.self")
        .layer("host")
        .definedBy("io.numetry.host")
        .layer("placement")
        .definedBy("io.numetry.placement")
        .layer("aggregate")
        .definedBy("io.numetry.aggregate")
        .layer("config")
        .definedBy("io.numetry.config")
        .layer("telemetry")
        .definedBy("io.numetry")
        .whereLayer("telemetry")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("aggregate")
        .mayOnlyBeAccessedByLayers("telemetry")
        .whereLayer("export")
        .mayOnlyBeAccessedByLayers("relay", "aggregate", "snapshot", "telemetry")
        .whereLayer("self")
        .mayOnlyBeAccessedByLayers("aggregate")
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers("aggregate")
        .whereLayer("placement")
        .mayOnlyBeAccessedByLayers("aggregate", "telemetry")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("export", "telemetry")
        .whereLayer("snapshot")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reflect")
        .mayOnlyBeAccessedByLayers("telemetry")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("reflect", "health")
        .whereLayer("health")
        .mayOnlyBeAccessedByLayers("export", "aggregate", "telemetry")
        .whereLayer("relay")
        .mayOnlyBeAccessedByLayers("aggregate")
        .whereLayer("view")
        .mayOnlyBeAccessedByLayers(
            "registry", "core", "window", "relay", "aggregate", "reflect", "telemetry")
        .whereLayer("window")
        .mayOnlyBeAccessedByLayers("export", "relay", "aggregate", "snapshot")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("export", "self", "aggregate", "telemetry")
        .whereLayer("registry")
        .mayOnlyBeAccessedByLayers("core", "aggregate", "reflect", "telemetry")
        .whereLayer("flip")
        .mayOnlyBeAccessedByLayers("core", "aggregate")
        .whereLayer("bank")
        .mayOnlyBeAccessedByLayers("flip", "registry", "core", "aggregate", "telemetry")
        .whereLayer("record")
        .mayOnlyBeAccessedByLayers("bank", "flip", "core", "aggregate", "self", "telemetry")
        .whereLayer("histogram")
        .mayOnlyBeAccessedByLayers("record", "core", "window", "relay", "aggregate", "snapshot")
        .check(ENGINE);
  }

  @Test
  void theRecordingPathReachesOnlyMemoryAndSchema() {
    classes()
        .that()
        .resideInAPackage("io.numetry.record")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.numetry.record",
            "io.numetry.histogram",
            "io.numetry.memory",
            "io.numetry.schema",
            "java.lang..",
            "java.util.function",
            "org.jspecify.annotations")
        .check(ENGINE);
  }

  @Test
  void histogramsReachOnlyMemoryAndSchema() {
    classes()
        .that()
        .resideInAPackage("io.numetry.histogram")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.numetry.histogram",
            "io.numetry.memory",
            "io.numetry.schema",
            "java.lang..",
            "java.math",
            "org.jspecify.annotations")
        .check(ENGINE);
  }

  @Test
  void readersOfTheHostReachNothingElseOfTheEngine() {
    classes()
        .that()
        .resideInAPackage("io.numetry.host")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.numetry.host", "io.numetry.numa.proc", "java..", "org.jspecify.annotations")
        .check(ENGINE);
  }

  @Test
  void placementReachesNothingElseOfTheEngine() {
    classes()
        .that()
        .resideInAPackage("io.numetry.placement")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.numetry.placement", "io.numetry.numa..", "java..", "org.jspecify.annotations")
        .check(ENGINE);
  }

  @Test
  void onlyTheRecordingPathAndItsReadersTouchRawMemory() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.numetry.memory",
            "io.numetry.histogram",
            "io.numetry.record",
            "io.numetry.bank",
            "io.numetry.flip",
            "io.numetry.window",
            "io.numetry.relay",
            "io.numetry.aggregate")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("NativeAccess")
        .check(ENGINE);
  }

  @Test
  void everyPackageOfTheEngineIsALayer() {
    var packages = new TreeSet<String>();
    for (JavaClass type : ENGINE) {
      packages.add(type.getPackageName());
    }
    assertThat(packages)
        .containsExactly(
            "io.numetry",
            "io.numetry.aggregate",
            "io.numetry.attribute",
            "io.numetry.bank",
            "io.numetry.config",
            "io.numetry.core",
            "io.numetry.export",
            "io.numetry.flip",
            "io.numetry.health",
            "io.numetry.histogram",
            "io.numetry.host",
            "io.numetry.json",
            "io.numetry.memory",
            "io.numetry.placement",
            "io.numetry.record",
            "io.numetry.reflect",
            "io.numetry.registry",
            "io.numetry.relay",
            "io.numetry.schema",
            "io.numetry.self",
            "io.numetry.snapshot",
            "io.numetry.view",
            "io.numetry.window");
  }
}
