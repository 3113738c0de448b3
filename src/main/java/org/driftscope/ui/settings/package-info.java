/**
 * The panel of settings in causal order: device, drift, calibration, and what the calibration costs.
 *
 * <p>Imports: {@code ui.state}, {@code ui.control}, {@code cost}, {@code experiment.method}, and the specifications of {@code crossbar} and {@code calibration}.
 */
@NullMarked
package org.driftscope.ui.settings;

import org.jspecify.annotations.NullMarked;
