/**
 * How a drifted chip is corrected, one class a method, all behind {@link org.driftscope.experiment.method.TrialMethod};
 * and the runner of one trial.
 *
 * <p>Imports: {@code experiment}, {@code training}, {@code calibration}, {@code cost} and what those import.
 */
@NullMarked
package org.driftscope.experiment.method;

import org.jspecify.annotations.NullMarked;
