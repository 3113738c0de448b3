/**
 * The values operators compute on: memory, element access, strides, broadcasting, and one call of an operator.
 *
 * <p>Imports: {@code network}, {@code support}.
 */
@NullMarked
package org.driftscope.network.op.array;

import org.jspecify.annotations.NullMarked;
