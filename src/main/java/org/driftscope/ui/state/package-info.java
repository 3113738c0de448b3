/**
 * What the window shows, as immutable values: settings, ticked layers, points of the recovery chart; with undo and redo.
 *
 * <p>Imports: {@code experiment}, {@code calibration}, {@code cost}, {@code crossbar}, {@code data},
 * {@code device}, {@code evaluation}.
 */
@NullMarked
package org.driftscope.ui.state;

import org.jspecify.annotations.NullMarked;
