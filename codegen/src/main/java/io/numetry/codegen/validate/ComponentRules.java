package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawAttributeSet;
import io.numetry.codegen.read.RawComponent;

/** The rules of one component of an attribute set. */
final class ComponentRules {
  private final RawAttributeSet set;
  private final Limits limits;
  private final Findings findings;

  ComponentRules(RawAttributeSet set, Limits limits, Findings findings) {
    this.set = set;
    this.limits = limits;
    this.findings = findings;
  }

  void check(RawComponent component) {
    if (component.cyclic()) {
      findings.add(
          Rule.ATTRIBUTE_SET_CYCLE, component.position(), component.type(), component.name());
    } else if (component.composed().isPresent()) {
      component
          .key()
          .ifPresent(key -> findings.add(Rule.KEY_OF_COMPOSED, key.position(), key.value()));
      AttributeSetRules.check(component.composed().get(), limits, findings);
    } else {
      checkOwn(component);
    }
  }

  private void checkOwn(RawComponent component) {
    if (component.enumType().isPresent()) {
      new EnumRules(limits, findings).check(component.enumType().get());
    } else if (ComponentTypes.of(component.type()).isEmpty()) {
      String suggestion = ComponentTypes.suggestion(component.type());
      findings.add(Rule.COMPONENT_TYPE, component.position(), component.type(), suggestion);
    }
    boolean byEnum =
        component.key().isEmpty()
            && component.enumType().filter(type -> type.key().isPresent()).isPresent();
    if (!byEnum && isPrefixSound()) {
      new KeyRules(limits, findings).check(Keys.position(component), Keys.of(set, component));
    }
  }

  /** A prefix that is none has been told of; the keys with it need not be. */
  private boolean isPrefixSound() {
    String prefix = set.prefix().value();
    return prefix.isEmpty() || Names.isDotted(prefix);
  }
}
