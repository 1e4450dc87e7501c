/** The smallest program that records: what the README shows. */
@NullMarked
package io.numetry.examples.quickstart;

import org.jspecify.annotations.NullMarked;
