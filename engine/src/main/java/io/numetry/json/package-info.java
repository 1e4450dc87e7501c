/** JSON as the engine writes it: small documents, for people and tools to read. */
@NullMarked
package io.numetry.json;

import org.jspecify.annotations.NullMarked;
