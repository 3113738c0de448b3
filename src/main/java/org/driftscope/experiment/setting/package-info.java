/**
 * Every setting of an experiment under its name: one catalogue for experiment files, sweeps, the archive and the window.
 *
 * <p>Imports: {@code experiment}'s specifications, {@code calibration}, {@code crossbar}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.experiment.setting;

import org.jspecify.annotations.NullMarked;
