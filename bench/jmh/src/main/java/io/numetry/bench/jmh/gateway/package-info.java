/** What an engine gets done with telemetry and without: the demo's gateway, as fast as it can. */
@NullMarked
package io.numetry.bench.jmh.gateway;

import org.jspecify.annotations.NullMarked;
