/** What the tests share: a node, metrics of known content, and protobuf as the judge. */
@NullMarked
package io.numetry.exporter.testkit;

import org.jspecify.annotations.NullMarked;
