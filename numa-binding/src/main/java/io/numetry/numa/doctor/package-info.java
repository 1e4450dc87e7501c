/**
 * What on a host disturbs pinned threads and local memory, told to a person or a program before an
 * engine is started on it.
 */
@NullMarked
package io.numetry.numa.doctor;

import org.jspecify.annotations.NullMarked;
