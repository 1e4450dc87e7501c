package gateway;

import io.numetry.schema.*;

@MetricSet(name = "gateway.receiver", brief = "Frames taken.")
interface ReceiverMetrics { // ! metric set gateway.receiver: the slot has more than 4096 bytes: bytes=4160; write a set for each group of instruments that are read together instead
  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames0(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames1(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames2(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames3(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames4(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames5(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames6(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames7(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames8(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames9(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames10(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames11(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames12(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames13(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames14(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames15(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames16(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames17(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames18(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames19(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames20(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames21(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames22(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames23(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames24(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames25(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames26(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames27(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames28(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames29(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames30(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames31(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames32(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames33(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames34(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames35(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames36(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames37(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames38(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames39(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames40(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames41(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames42(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames43(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames44(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames45(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames46(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames47(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames48(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames49(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames50(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames51(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames52(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames53(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames54(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames55(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames56(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames57(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames58(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames59(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames60(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames61(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames62(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames63(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames64(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames65(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames66(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames67(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames68(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames69(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames70(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames71(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames72(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames73(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames74(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames75(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames76(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames77(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames78(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames79(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames80(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames81(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames82(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames83(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames84(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames85(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames86(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames87(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames88(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames89(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames90(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames91(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames92(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames93(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames94(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames95(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames96(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames97(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames98(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames99(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames100(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames101(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames102(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames103(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames104(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames105(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames106(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames107(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames108(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames109(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames110(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames111(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames112(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames113(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames114(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames115(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames116(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames117(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames118(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames119(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames120(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames121(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames122(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames123(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames124(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames125(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames126(long count);

  @Mmsc(unit = "1", brief = "Frames.")
  void recordFrames127(long count);

  @Counter(unit = "1", brief = "Frames.")
  void addFrames(long count);
}
