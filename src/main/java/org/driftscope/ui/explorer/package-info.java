/**
 * The centre of the window: drift, calibration, key figures and charts of what is open, tied to the simulator.
 *
 * <p>Imports: {@code ui.workspace}, the panels, {@code experiment}, {@code report}, {@code figure} and what those
 * import.
 */
@NullMarked
package org.driftscope.ui.explorer;

import org.jspecify.annotations.NullMarked;
