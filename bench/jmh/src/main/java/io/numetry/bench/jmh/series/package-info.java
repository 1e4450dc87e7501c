/** Series as Numetry and as its peers keep them, with the same names, attributes and values. */
@NullMarked
package io.numetry.bench.jmh.series;

import org.jspecify.annotations.NullMarked;
