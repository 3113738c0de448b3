/**
 * Values to pictures: colour scales, rasters, charts; PNG, SVG and PDF. No JavaFX.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.figure;

import org.jspecify.annotations.NullMarked;
