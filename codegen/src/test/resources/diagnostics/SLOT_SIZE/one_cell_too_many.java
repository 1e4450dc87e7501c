package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics { // ! metric set gateway.receiver: the slot has more than 1048576 bytes: bytes=1048608; write a set for each group of instruments that are read together instead
  enum A {
    V0, V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15, V16, V17, V18, V19, V20, V21, V22, V23, V24, V25, V26, V27, V28, V29, V30, V31
  }

  enum B {
    V0, V1, V2, V3, V4, V5, V6, V7, V8, V9, V10, V11, V12, V13, V14, V15, V16, V17, V18, V19, V20, V21, V22, V23, V24, V25, V26, V27, V28, V29, V30, V31
  }

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames0(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames1(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames2(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames3(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames4(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames5(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames6(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames7(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames8(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames9(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames10(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames11(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames12(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames13(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames14(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames15(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames16(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames17(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames18(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames19(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames20(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames21(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames22(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames23(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames24(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames25(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames26(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames27(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames28(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames29(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames30(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFrames31(A a, B b, long count);

  @Mmsc(unit = "{frame}", brief = "Frames.")
  void recordFramesMore(long count);
}
