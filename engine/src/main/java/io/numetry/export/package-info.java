/** What an exporter implements, and what it is given. */
@NullMarked
package io.numetry.export;

import org.jspecify.annotations.NullMarked;
