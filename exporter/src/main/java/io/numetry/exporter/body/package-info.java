/**
 * Bodies: compressed in requests and, by gzip, in answers; and the little that matters of the
 * messages in answers.
 */
@NullMarked
package io.numetry.exporter.body;

import org.jspecify.annotations.NullMarked;
