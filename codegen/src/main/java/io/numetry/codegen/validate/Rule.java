package io.numetry.codegen.validate;

/**
 * What a schema must keep to, and what the compiler says when it does not. The only place that
 * words it: each template reads {@code what is wrong: field=value; write what to write instead}.
 */
public enum Rule {
  NOT_AN_INTERFACE("a metric set is an interface: kind=%s; write interface %s instead"),
  PRIVATE_INTERFACE(
      "the interface is out of the generated class's reach: private=%s; write it without private"
          + " instead"),
  GENERIC_INTERFACE(
      "a schema has no type parameters: typeParameters=%s; write interface %s instead"),
  SEALED_INTERFACE(
      "the generated class cannot implement a sealed interface: sealed=%s; write it without sealed"
          + " instead"),
  EXTENDING_INTERFACE(
      "the interface's own methods are the whole schema: extends=%s; write what is recorded in %s"
          + " itself instead"),
  EMPTY_SET(
      "the interface has no instrument: methods=%s; write @Counter(unit = \"{message}\", brief = \"...\") void"
          + " addReceived(long count) or the like instead"),
  GENERATED_NAME_TAKEN(
      "another type has the generated class's name: class=%s; write another name than %s instead"),
  GENERATED_CLASS_UNWRITABLE(
      "the generated class cannot be written: cause=%s; write to another directory (javac -s)"
          + " instead"),

  SET_NAME_GRAMMAR(
      "the set's name is not lower-case words joined by dots: name=%s; write %s instead"),
  SET_NAME_LENGTH(
      "the set's name has more than 255 characters: length=%s; write a shorter one instead"),
  SET_NAME_TOTAL(
      "the set's name ends like what exporters add to a counter's: name=%s; write %s instead"),
  SET_NAME_RESERVED(
      "the set's name is in a namespace that is others': name=%s; write one of your own instead"),
  SET_NAME_DUPLICATE("the set's name is that of %s: name=%s; write another name instead"),
  SET_BRIEF_BLANK(
      "the set's brief is blank: brief=%s; write one sentence on what the set measures instead"),
  SET_BRIEF_LINES(
      "the set's brief is more than a line of text: brief=%s; write one sentence instead"),

  MISPLACED_ANNOTATION("@%s says nothing here: element=%s; write it on %s instead"),
  STRAY_INSTRUMENT(
      "an instrument is a method of a metric set: method=%s; write @MetricSet(name = \"...\", brief ="
          + " \"...\") on %s, or no instrument annotation, instead"),
  METHOD_WITH_BODY(
      "the interface is the schema, and a %s method is no part of it: method=%s; write it in another"
          + " type instead"),
  NO_INSTRUMENT("the method has no instrument: method=%s; write %s on it instead"),
  SEVERAL_INSTRUMENTS(
      "the method has several instruments: annotations=%s; write a method for each instead"),
  GENERIC_METHOD(
      "a recording call has no type parameters: typeParameters=%s; write void %s(long value)"
          + " instead"),
  THROWING_METHOD("a recording call never throws: throws=%s; write void %s without throws instead"),
  RETURN_TYPE("a recording call returns nothing: returnType=%s; write void %s instead"),
  PARAMETER_COUNT(
      "a recording call takes one value: parameters=%s; write void %s(long value) instead"),
  PARAMETER_TYPE("a value is a long or a double: type=%s; write %s instead"),
  ATTRIBUTE_TYPE(
      "an attribute of a measurement is an enum: type=%s; write an enum of the values that it can have"
          + " instead"),
  ATTRIBUTE_AFTER_VALUE("attributes come before the value: parameter=%s; write it first instead"),
  COUNT_KIND(
      "only a distribution takes how many equal values there are: parameter=%s; write @Mmsc, @Histogram"
          + " or @ExplicitHistogram in place of @%s, or the value alone, instead"),
  COUNT_TYPE("how many equal values there are is a long: type=%s; write long count instead"),
  COUNT_NAME(
      Severity.WARNING,
      "what follows a distribution's value is how many equal values there are: parameter=%s; write long"
          + " count, or a method for each value, instead"),
  VERB("the verb does not fit @%s: method=%s; write %s instead"),
  BARE_VERB(
      "the name does not say what is recorded: method=%s; write %sReceived or the like instead"),
  METHOD_NAME_DUPLICATE(
      "the words after the verb are those of %s: method=%s; write other words instead"),

  METRIC_NAME_GRAMMAR(
      "the metric's name is not lower-case words joined by dots: name=%s; write %s instead"),
  METRIC_NAME_LENGTH(
      "the metric's name has more than 255 characters: length=%s; write a shorter one instead"),
  METRIC_NAME_TOTAL(
      "the metric's name ends like what exporters add to a counter's: name=%s; write %s instead"),
  METRIC_NAME_UNIT(
      Severity.WARNING,
      "the metric's name ends with a unit, which exporters add where it belongs: name=%s; write %s"
          + " instead"),
  METRIC_NAME_RESERVED(
      "the metric's name is in a namespace that is others': name=%s; write one of your own instead"),
  METRIC_NAME_DUPLICATE("the metric's name is that of %s: name=%s; write another name instead"),
  METRIC_NAME_COLLISION(
      "the metric's name is that of %s to a backend without dots: name=%s; write another name instead"),
  METRIC_NAME_TAKEN(
      "the metric's name is that of another set's, %s: name=%s; write another name instead"),
  FORMER_NAMES_EMPTY(
      "there is no former name: names=%s; write one or more, or no @FormerNames, instead"),
  FORMER_NAME_GRAMMAR(
      "the former name is none that a metric can have had: name=%s; write a letter, and then up to 254"
          + " letters, digits, and any of _ . - / instead"),
  FORMER_NAME_LIVE(
      "the former name is a metric's present one: name=%s; write a name that is no longer in use"
          + " instead"),
  FORMER_NAME_DUPLICATE(
      "the former name is that of %s, too: name=%s; write it on the one that took its place instead"),

  UNIT_BLANK(
      "the unit is blank: unit=%s; write it in UCUM, such as By, s, {message}, or 1 for a"
          + " plain number, instead"),
  UNIT_CHARACTERS(
      "the unit is not printable ASCII without spaces: unit=%s; write it in UCUM, such as By, us or"
          + " {message}, instead"),
  UNIT_LENGTH("the unit has more than 63 characters: length=%s; write a shorter one instead"),
  UNIT_GRAMMAR("the unit is none of UCUM's: unit=%s; write %s instead"),
  UNIT_HIDDEN("the unit is in braces, where no backend looks for one: unit=%s; write %s instead"),
  UNIT_OF_THINGS(
      Severity.WARNING,
      "the unit does not say what is counted: unit=%s; write %s or the like instead"),
  BRIEF_BLANK(
      "the brief is blank: brief=%s; write one sentence for the reader of a dashboard instead"),
  BRIEF_LINES("the brief is more than a line of text: brief=%s; write one sentence instead"),

  KEY_GRAMMAR("the key is not lower-case words joined by dots: key=%s; write %s instead"),
  KEY_LENGTH("the key has more than 255 characters: length=%s; write a shorter one instead"),
  KEY_RESERVED("the key is others' to give: key=%s; write one of your own instead"),
  KEY_OF_RESOURCE(
      Severity.WARNING,
      "the key is a resource's, which says it once for all points: key=%s; write it in the resource's"
          + " attributes, or one of your own, instead"),
  KEY_DUPLICATE("the key is that of %s: key=%s; write another key instead"),
  KEY_OF_VALUE(
      "the value is no attribute: key=%s; write @Attribute on an enum before the value instead"),
  PRIVATE_TYPE(
      "the type is out of the generated class's reach: private=%s; write it without private instead"),
  ENUM_EMPTY(
      "an attribute has a value: constants=%s; write a constant for each value that it can have"
          + " instead"),
  ATTRIBUTE_VALUE_BLANK(
      "the attribute's value is blank: value=%s; write what dashboards are to show instead"),
  ATTRIBUTE_VALUE_LENGTH(
      "the attribute's value has more than 255 characters: length=%s; write a shorter one instead"),
  ATTRIBUTE_VALUE_LINES(
      "the attribute's value is more than a line of text: value=%s; write a word instead"),
  ATTRIBUTE_VALUE_DUPLICATE(
      "the attribute's value is that of %s: value=%s; write another value instead"),
  ATTRIBUTE_ABSENT_VALUE(
      "a constant that leaves the attribute out has no value: value=%s; write @AttributeAbsent alone, or"
          + " @AttributeValue alone, instead"),
  ATTRIBUTE_ABSENT_TWICE(
      "the attribute is left out by %s, too: constant=%s; write @AttributeAbsent on one of them alone"
          + " instead"),
  COMBINATIONS(
      "the attributes' values have more than %s combinations: combinations=%s; write fewer attributes,"
          + " or coarser ones, or -Anumetry.maxCombinations, instead"),
  KEY_OVERLAP(
      "the key is also that of %s, and a point has each key once: key=%s; write another key instead"),
  KEY_OF_COMPOSED(
      "an attribute set in another has keys of its own: key=%s; write the component without @Attribute"
          + " instead"),
  ATTRIBUTE_CLASS(
      "the class is no attribute set: class=%s; write @AttributeSet on it, which is to be a record,"
          + " instead"),
  NOT_A_RECORD("an attribute set is a record: kind=%s; write record %s instead"),
  GENERIC_RECORD(
      "an attribute set has no type parameters: typeParameters=%s; write record %s instead"),
  ATTRIBUTE_SET_EMPTY(
      "the record has no attribute: components=%s; write a component for each attribute instead"),
  ATTRIBUTE_SET_CYCLE(
      "an attribute set is no part of itself: type=%s; write %s without it instead"),
  PREFIX_GRAMMAR("the prefix is not lower-case words joined by dots: prefix=%s; write %s instead"),
  COMPONENT_TYPE("the type is none of an attribute's: type=%s; write %s instead"),
  COMPONENT_NAME_DUPLICATE(
      "the component's words are those of %s: component=%s; write other words instead"),

  HISTOGRAM_BUCKETS("a histogram has %s to %s buckets: maxBuckets=%s; write %s instead"),
  HISTOGRAM_SCALE("a histogram's scale is %s to %s: maxScale=%s; write %s instead"),
  BOUNDARY_COUNT(
      "a histogram has 1 to %s bounds: boundaries=%s; write @Mmsc for a distribution without buckets,"
          + " or @Histogram for one whose buckets adapt, instead"),
  BOUNDARY_FINITE(
      "a bound is a finite number, and there is one bucket more above the last: boundary=%s; write the"
          + " finite ones alone instead"),
  BOUNDARY_ORDER("the bounds do not ascend: boundary=%s; write one above %s instead"),

  STABLE_GONE(
      "a stable metric is gone: name=%s; write it again, or @FormerNames on the metric that took its"
          + " place, instead"),
  STABLE_CHANGED(
      "a stable metric keeps its kind, unit, type and keys: changed=%s, was %s; write a metric of another"
          + " name instead"),
  STABLE_LOWERED(
      "a stable metric stays stable: stability=%s; write @Stability(StabilityLevel.STABLE) instead"),
  DEPRECATED_WITHOUT_SUCCESSOR(
      Severity.WARNING,
      "a stable metric is deprecated and none took its place: name=%s; write @FormerNames(\"%s\") on the"
          + " one that does instead"),
  BASELINE_UNREADABLE(
      "the baseline cannot be read: cause=%s; write it with -Anumetry.baseline.write=true instead"),
  BASELINE_LINE(
      "the baseline's line is none of ours: line=%s; write it with -Anumetry.baseline.write=true"
          + " instead"),
  BASELINE_UNWRITABLE("the baseline cannot be written: cause=%s; write to another path instead"),
  OPTION_VALUE("the option has no such value: value=%s; write %s instead"),

  SLOT_SIZE(
      "the slot has more than %s bytes: bytes=%s; write a set for each group of instruments that are"
          + " read together instead");

  private final Severity severity;
  private final String template;

  Rule(String template) {
    this(Severity.ERROR, template);
  }

  Rule(Severity severity, String template) {
    this.severity = severity;
    this.template = template;
  }

  /** What breaking the rule does to a compilation. */
  public Severity severity() {
    return severity;
  }

  /** The message, with {@code %s} for each part that differs from case to case. */
  public String template() {
    return template;
  }
}
