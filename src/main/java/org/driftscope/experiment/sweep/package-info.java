/**
 * Many trials: the grid of a sweep, trials side by side, finished ones taken from the archive.
 *
 * <p>Imports: {@code experiment}, {@code experiment.archive}, {@code experiment.setting}, {@code support}.
 */
@NullMarked
package org.driftscope.experiment.sweep;

import org.jspecify.annotations.NullMarked;
