/**
 * Two calibrations on the same chips: what one has over the other.
 *
 * <p>Imports: {@code report}, {@code experiment}, {@code evaluation}, {@code calibration}, {@code figure}, {@code support}.
 */
@NullMarked
package org.driftscope.report.paired;

import org.jspecify.annotations.NullMarked;
