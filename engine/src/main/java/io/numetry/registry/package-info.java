/** Which cores are open and which metric sets live on them: what owners tell their aggregator. */
@NullMarked
package io.numetry.registry;

import org.jspecify.annotations.NullMarked;
