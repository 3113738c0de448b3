/**
 * Training of a network or of its adapters by gradients, and the optimisers that do it.
 *
 * <p>Imports: {@code network}, {@code data}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.training;

import org.jspecify.annotations.NullMarked;
