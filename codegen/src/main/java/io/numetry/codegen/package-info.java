/**
 * The annotation processor: a {@code @MetricSet} interface becomes a final class that records.
 *
 * <p>Four steps, each a package, each seeing only those before it: {@code read} turns the
 * compiler's elements into records, {@code validate} holds them against the rules of a schema,
 * {@code plan} decides names and offsets, {@code write} spells them as Java. The processor in this
 * package drives them, and alone talks to the compiler's messager and filer.
 */
@NullMarked
package io.numetry.codegen;

import org.jspecify.annotations.NullMarked;
