/** What a calibration adds to a layer: its error, the correction term by term, and why a few terms do. */
@NullMarked
package org.driftscope.ui.correction;

import org.jspecify.annotations.NullMarked;
