/**
 * The annotation processors: one makes a final class that records of each {@code @MetricSet}
 * interface, and one that makes attributes of each {@code @AttributeSet} record; the other holds
 * all sets of a compilation against each other, and against what was stable before.
 *
 * <p>Four steps, each a package, each seeing only those before it: {@code read} turns the
 * compiler's elements into records, {@code validate} holds them against the rules of a schema,
 * {@code plan} decides names and offsets, {@code write} spells them as Java. The processors in this
 * package drive them, and alone talk to the compiler's messager and filer.
 */
@NullMarked
package io.numetry.codegen;

import org.jspecify.annotations.NullMarked;
