/** Hosts of many kinds as trees of files, made from what is public about such machines. */
@NullMarked
package io.numetry.numa.hosts;

import org.jspecify.annotations.NullMarked;
