/**
 * Values and gradients of convolutions and matrix products.
 *
 * <p>Imports: {@code training.gradient}, {@code network}.
 */
@NullMarked
package org.driftscope.training.gradient.product;

import org.jspecify.annotations.NullMarked;
