/**
 * The panel of layers: which there are, which are calibrated, which one is looked at, and how far off each one is.
 *
 * <p>Imports: {@code ui.state}, {@code ui.control}, {@code network}.
 */
@NullMarked
package org.driftscope.ui.layers;

import org.jspecify.annotations.NullMarked;
