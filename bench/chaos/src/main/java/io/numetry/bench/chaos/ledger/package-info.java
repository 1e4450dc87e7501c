/** Both sides of the account: what was handed over, and what was received. */
@NullMarked
package io.numetry.bench.chaos.ledger;

import org.jspecify.annotations.NullMarked;
