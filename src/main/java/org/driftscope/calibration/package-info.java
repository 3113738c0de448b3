/**
 * The solvers that fit an adapter to each layer's statistics: alone, allocated over layers, or sparse.
 *
 * <p>Imports: {@code adapter}, {@code network}, {@code data}, {@code crossbar}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.calibration;

import org.jspecify.annotations.NullMarked;
