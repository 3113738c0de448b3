/**
 * Devices of one's own: measured conductances over time, the fit to them, and cells that drift as the fit says.
 *
 * <p>Imports: {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.device.measured;

import org.jspecify.annotations.NullMarked;
