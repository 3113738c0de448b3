/**
 * The reverse pass over a network's graph and the optimisers that use it.
 *
 * <p>Imports: {@code network}, {@code data}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.training;

import org.jspecify.annotations.NullMarked;
