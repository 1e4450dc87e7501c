/** The command: runs the gateway, shows what arrives, reconciles at the end. */
@NullMarked
package io.numetry.examples.demo;

import org.jspecify.annotations.NullMarked;
