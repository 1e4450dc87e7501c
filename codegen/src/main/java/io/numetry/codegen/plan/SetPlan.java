package io.numetry.codegen.plan;

import io.numetry.codegen.read.Deprecation;
import io.numetry.schema.MetricSetDescriptor;
import java.util.List;

/**
 * One generated class, decided in full.
 *
 * @param packageName empty for the unnamed package
 * @param interfaceNames simple names from the outermost type to the interface
 * @param inheritedTypeNames simple names that mean a nested type of the interface in the class
 * @param generatedAnnotation true if the class can carry {@code @Generated}
 * @param cells in the order of the descriptor's instruments
 */
public record SetPlan(
    String packageName,
    String className,
    List<String> interfaceNames,
    List<String> inheritedTypeNames,
    boolean isPublic,
    boolean generatedAnnotation,
    Deprecation deprecation,
    MetricSetDescriptor descriptor,
    List<CellPlan> cells) {

  public SetPlan {
    interfaceNames = List.copyOf(interfaceNames);
    inheritedTypeNames = List.copyOf(inheritedTypeNames);
    cells = List.copyOf(cells);
  }

  /** Name of the class with its package. */
  public String qualifiedName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }
}
