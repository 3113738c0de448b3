/**
 * Layer statistics, the solvers that fit an adapter to them, and the layer-by-layer loop.
 *
 * <p>Imports: {@code adapter}, {@code network}, {@code data}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.calibration;

import org.jspecify.annotations.NullMarked;
