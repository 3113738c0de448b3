/**
 * From a specification to a result that says what produced it; shared by the window and the command line.
 *
 * <p>Imports: {@code cost}, {@code training}, {@code calibration}, {@code evaluation} and what those import.
 */
@NullMarked
package org.driftscope.experiment;

import org.jspecify.annotations.NullMarked;
