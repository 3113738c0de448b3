/**
 * The dense double-precision algebra calibration needs: products, Cholesky, leading eigenvectors.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.algebra;

import org.jspecify.annotations.NullMarked;
