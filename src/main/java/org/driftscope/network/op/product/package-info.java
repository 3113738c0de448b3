/**
 * Convolutions and matrix products.
 *
 * <p>Imports: {@code network.op.array}, {@code network.op.shape}, {@code network}.
 */
@NullMarked
package org.driftscope.network.op.product;

import org.jspecify.annotations.NullMarked;
