package io.numetry.numa;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows between this module's packages. */
class ArchitectureTest {

  private static final String NUMA = "io.numetry.numa";
  private static final String LIB = "io.numetry.numa.lib";
  private static final String TOPOLOGY = "io.numetry.numa.topology";
  private static final String PLACEMENT = "io.numetry.numa.placement";
  private static final String DOCTOR = "io.numetry.numa.doctor";
  private static final String PROC = "io.numetry.numa.proc";
  private static final String PLACED = "io.numetry.numa.placed";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(NUMA);

  /** The words that every package may use; they are in the root for those who import them. */
  @Test
  void theTopologyUsesNothingOfTheRootButSets() {
    noClasses()
        .that()
        .resideInAPackage(TOPOLOGY)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(NUMA, LIB, PLACEMENT, PROC, PLACED)
                .and(not(belongToAnyOf(CpuSet.class))))
        .check(CLASSES);
  }

  @Test
  void plansAreMadeFromTheTopologyAlone() {
    noClasses()
        .that()
        .resideInAPackage(PLACEMENT)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(NUMA, LIB)
                .and(
                    not(belongToAnyOf(CpuSet.class, NumaTopology.class, PlacementException.class))))
        .check(CLASSES);
  }

  @Test
  void nothingKnowsOfPlansButTheDoctor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(PLACEMENT, DOCTOR)
        .should()
        .dependOnClassesThat(resideInAPackage(PLACEMENT))
        .check(CLASSES);
  }

  @Test
  void theKernelsFilesOfAProcessAreReadForTheirOwnSake() {
    noClasses()
        .that()
        .resideInAPackage(PROC)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(NUMA, LIB, TOPOLOGY, PLACEMENT, PLACED)
                .and(not(belongToAnyOf(CpuSet.class))))
        .check(CLASSES);
  }

  @Test
  void whatIsPlacedKnowsNoPlan() {
    noClasses()
        .that()
        .resideInAPackage(PLACED)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(NUMA, LIB, TOPOLOGY, PLACEMENT)
                .and(not(belongToAnyOf(CpuSet.class, PageLocations.class))))
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(PLACED, DOCTOR)
        .should()
        .dependOnClassesThat(resideInAnyPackage(PLACED))
        .check(CLASSES);
  }

  @Test
  void theDoctorAsksWhatEverybodyMayAsk() {
    noClasses()
        .that()
        .resideInAPackage(DOCTOR)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LIB)
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(DOCTOR)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DOCTOR)
        .check(CLASSES);
  }

  @Test
  void nativeFunctionsAreCalledFromTheRootAndLoadedInOnePlace() {
    noClasses()
        .that()
        .resideInAnyPackage(TOPOLOGY, PLACEMENT, DOCTOR, PROC, PLACED)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jnr..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(NUMA)
        .and()
        .doNotHaveSimpleName("NumaSystems")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jnr..")
        .check(CLASSES);
  }

  @Test
  void theModuleUsesNothingOfTheProject() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(NUMA + "..", "java..", "jnr.ffi..", "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    TreeSet<String> packages = new TreeSet<>();
    TreeSet<String> described = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      packages.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info")) {
        described.add(type.getPackageName());
      }
    }
    assertThat(described)
        .isEqualTo(packages)
        .containsExactly(NUMA, DOCTOR, LIB, PLACED, PLACEMENT, PROC, TOPOLOGY);
  }
}
