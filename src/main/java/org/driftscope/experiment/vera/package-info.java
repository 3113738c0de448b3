/**
 * Corrections that are made before the chip, from simulated ones: a set for each of some ages, of vectors beside frozen matrices.
 *
 * <p>Imports: {@code experiment}, {@code calibration}, {@code adapter}, {@code training}.
 */
@NullMarked
package org.driftscope.experiment.vera;

import org.jspecify.annotations.NullMarked;
