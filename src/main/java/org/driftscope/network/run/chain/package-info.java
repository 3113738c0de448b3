/**
 * Element-wise operators that follow one another, run as one.
 *
 * <p>Imports: {@code network}, {@code network.op}.
 */
@NullMarked
package org.driftscope.network.run.chain;

import org.jspecify.annotations.NullMarked;
