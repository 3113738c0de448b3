/**
 * One memory cell: which devices there are, their conductance range, how they are written and how they drift and age. No arrays
 * of cells.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.device;

import org.jspecify.annotations.NullMarked;
