package io.numetry.codegen.write;

import io.numetry.attribute.Attributes;
import io.numetry.codegen.plan.EnumPlan;
import io.numetry.codegen.plan.RegistrationPlan;
import io.numetry.codegen.plan.SetPlan;
import io.numetry.codegen.read.TypeId;
import io.numetry.record.MetricSetType;
import io.numetry.record.RecordingSet;
import io.numetry.record.SlotHandle;
import io.numetry.schema.AttributeType;
import io.numetry.schema.DetailLevel;
import io.numetry.schema.EnumConstants;
import io.numetry.schema.ExplicitLayout;
import io.numetry.schema.ExponentialLayout;
import io.numetry.schema.InstrumentKind;
import io.numetry.schema.MetricSetDescriptor;
import io.numetry.schema.StabilityLevel;
import io.numetry.schema.ValueType;
import java.util.ArrayList;
import java.util.List;

/** The types that a generated metric set names. */
final class SetTypes {
  private static final List<Class<?>> ENGINE =
      List.of(
          Attributes.class,
          AttributeType.class,
          DetailLevel.class,
          EnumConstants.class,
          ExplicitLayout.class,
          ExponentialLayout.class,
          InstrumentKind.class,
          MetricSetDescriptor.class,
          MetricSetType.class,
          RecordingSet.class,
          SlotHandle.class,
          StabilityLevel.class,
          ValueType.class);

  private SetTypes() {}

  static TypeNames names(SetPlan plan) {
    List<TypeId> users = new ArrayList<>();
    users.add(plan.interfaceType());
    plan.enums().stream().map(EnumPlan::type).forEach(users::add);
    for (RegistrationPlan each : plan.registration()) {
      users.add(each.recordType());
      users.add(each.attributesType());
    }
    return new TypeNames(plan.type().packageName(), plan.inheritedTypeNames(), ENGINE, users);
  }
}
