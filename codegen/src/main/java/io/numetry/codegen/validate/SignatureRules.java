package io.numetry.codegen.validate;

import io.numetry.codegen.read.RawInstrument;
import io.numetry.codegen.read.RawMethod;
import io.numetry.codegen.read.RawParameter;

/** The rules of a recording call's parameters, the attributes' keys and values apart. */
final class SignatureRules {
  private final Findings findings;

  SignatureRules(Findings findings) {
    this.findings = findings;
  }

  void check(RawMethod method) {
    Signature signature = Signature.of(method);
    for (RawParameter attribute : signature.attributes()) {
      if (attribute.enumType().isEmpty()) {
        findings.add(Rule.ATTRIBUTE_TYPE, attribute.position(), attribute.type());
      }
    }
    if (signature.value().isEmpty()) {
      int count = method.parameters().size();
      findings.add(Rule.PARAMETER_COUNT, method.position(), count, method.name());
      return;
    }
    checkValue(signature.value().get());
    checkRest(method, signature);
  }

  private void checkValue(RawParameter value) {
    if (ValueTypes.of(value.type()).isEmpty()) {
      String suggestion = ValueTypes.suggestion(value.type());
      findings.add(Rule.PARAMETER_TYPE, value.position(), value.type(), suggestion);
    }
    value.key().ifPresent(key -> findings.add(Rule.KEY_OF_VALUE, key.position(), key.value()));
  }

  /** After the value comes a distribution's count, and nothing else. */
  private void checkRest(RawMethod method, Signature signature) {
    if (signature.rest().isEmpty()) {
      return;
    }
    RawParameter extra = signature.rest().getFirst();
    if (signature.rest().stream().anyMatch(each -> each.enumType().isPresent())) {
      signature.rest().stream()
          .filter(each -> each.enumType().isPresent())
          .forEach(each -> findings.add(Rule.ATTRIBUTE_AFTER_VALUE, each.position(), each.name()));
    } else if (signature.rest().size() > 1) {
      int count = method.parameters().size();
      findings.add(Rule.PARAMETER_COUNT, method.position(), count, method.name());
    } else if (method.instruments().size() == 1) {
      checkCount(method, method.instruments().getFirst(), extra);
    }
  }

  private void checkCount(RawMethod method, RawInstrument instrument, RawParameter count) {
    if (!instrument.kind().isDistribution()) {
      if (Signature.isNamedCount(count)) {
        findings.add(Rule.COUNT_KIND, count.position(), count.name(), instrument.annotation());
      } else {
        int parameters = method.parameters().size();
        findings.add(Rule.PARAMETER_COUNT, method.position(), parameters, method.name());
      }
    } else if (!count.type().equals("long")) {
      findings.add(Rule.COUNT_TYPE, count.position(), count.type());
    } else if (!Signature.isNamedCount(count)) {
      findings.add(Rule.COUNT_NAME, count.position(), count.name());
    }
  }
}
