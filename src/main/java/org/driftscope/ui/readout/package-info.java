/** Partial sums of the layers' tiles beside the frozen ranges of their converters. */
@NullMarked
package org.driftscope.ui.readout;

import org.jspecify.annotations.NullMarked;
