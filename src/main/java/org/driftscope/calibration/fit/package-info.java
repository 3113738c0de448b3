/**
 * The problems that a layer poses and the fits that solve them, in dense and in patch space.
 *
 * <p>Imports: {@code calibration.statistics}, {@code calibration.spec}, {@code algebra}, {@code adapter}.
 */
@NullMarked
package org.driftscope.calibration.fit;

import org.jspecify.annotations.NullMarked;
