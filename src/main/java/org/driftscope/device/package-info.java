/**
 * One RRAM cell: its conductance range, its programming error and how its conductance drifts. No arrays of cells.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.device;

import org.jspecify.annotations.NullMarked;
