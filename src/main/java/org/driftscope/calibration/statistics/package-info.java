/**
 * Moments of a layer's inputs and outputs, gathered from images.
 *
 * <p>Imports: {@code network}, {@code data}, {@code algebra}.
 */
@NullMarked
package org.driftscope.calibration.statistics;

import org.jspecify.annotations.NullMarked;
