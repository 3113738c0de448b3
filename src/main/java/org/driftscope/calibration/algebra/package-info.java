/**
 * The dense double-precision algebra calibration needs: products, Cholesky, leading eigenvectors.
 *
 * <p>Imports: nothing of Driftscope.
 */
@NullMarked
package org.driftscope.calibration.algebra;

import org.jspecify.annotations.NullMarked;
