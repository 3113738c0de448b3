/** A few cells of the chosen layer as a circuit, with voltages that can be set. */
@NullMarked
package org.driftscope.ui.circuit;

import org.jspecify.annotations.NullMarked;
