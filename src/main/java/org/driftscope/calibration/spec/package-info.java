/**
 * What is asked of a calibration: the method, its settings and the named presets.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.calibration.spec;

import org.jspecify.annotations.NullMarked;
