/**
 * Values and gradients of the operators, one class a family; {@code DifferentiableOps} lists them.
 *
 * <p>Imports: {@code training.gradient}, {@code training.gradient.product}, {@code network}.
 */
@NullMarked
package org.driftscope.training.gradient.op;

import org.jspecify.annotations.NullMarked;
