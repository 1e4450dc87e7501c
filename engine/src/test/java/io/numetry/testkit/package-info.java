/**
 * What the engine's tests share: a hand-written metric set and an exporter that keeps everything.
 */
@NullMarked
package io.numetry.testkit;

import org.jspecify.annotations.NullMarked;
