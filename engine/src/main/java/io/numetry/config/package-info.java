/** Configuration: what a user writes in code or in the environment, checked once at the start. */
@NullMarked
package io.numetry.config;

import org.jspecify.annotations.NullMarked;
