/**
 * What is asked of a calibration: the method, its settings and the named presets.
 *
 * <p>Imports: {@code adapter}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.calibration.spec;

import org.jspecify.annotations.NullMarked;
