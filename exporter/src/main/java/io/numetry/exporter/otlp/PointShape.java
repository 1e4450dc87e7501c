package io.numetry.exporter.otlp;

import io.numetry.schema.InstrumentKind;

/** The three messages that a point can be, by what differs between all their kinds of points. */
enum PointShape {
  NUMBER(OtlpFields.NUMBER_POINT_ATTRIBUTES, OtlpFields.NUMBER_POINT_FLAGS),
  HISTOGRAM(OtlpFields.HISTOGRAM_POINT_ATTRIBUTES, OtlpFields.HISTOGRAM_POINT_FLAGS),
  EXPONENTIAL(OtlpFields.EXPONENTIAL_POINT_ATTRIBUTES, OtlpFields.EXPONENTIAL_POINT_FLAGS);

  final byte attributesTag;
  final byte flagsTag;

  PointShape(byte attributesTag, byte flagsTag) {
    this.attributesTag = attributesTag;
    this.flagsTag = flagsTag;
  }

  static PointShape of(InstrumentKind kind) {
    return switch (kind) {
      case COUNTER, UP_DOWN_COUNTER, OBSERVE_COUNTER, OBSERVE_UP_DOWN_COUNTER, GAUGE -> NUMBER;
      case MMSC, EXPLICIT_HISTOGRAM -> HISTOGRAM;
      case EXPONENTIAL_HISTOGRAM -> EXPONENTIAL;
    };
  }

  /** True if the attributes' field number is below those of the times. */
  boolean attributesComeFirst() {
    return this == EXPONENTIAL;
  }
}
