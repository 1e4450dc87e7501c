/** An OTLP receiver that decodes with protobuf-java and keeps totals. */
@NullMarked
package io.numetry.examples.received;

import org.jspecify.annotations.NullMarked;
