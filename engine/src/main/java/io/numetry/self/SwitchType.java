package io.numetry.self;

/** Why a thread left its CPU: it waited, or another took its place. */
public enum SwitchType {
  VOLUNTARY,
  INVOLUNTARY
}
