/**
 * Arithmetic on shapes that operators, their outlines and their gradients share: windows, spans, resize scales.
 *
 * <p>Imports: {@code network}.
 */
@NullMarked
package org.driftscope.network.op.shape;

import org.jspecify.annotations.NullMarked;
