/**
 * A whole layer on hardware: weights mapped to pairs of cells on tiles, target to drifted conductance and back.
 *
 * <p>Imports: {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.crossbar;

import org.jspecify.annotations.NullMarked;
