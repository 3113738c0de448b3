/**
 * Images, batches, preprocessing, and how calibration images are drawn.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.data;

import org.jspecify.annotations.NullMarked;
