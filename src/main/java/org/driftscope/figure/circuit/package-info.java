/** A few cells of a crossbar drawn as the circuit they are. */
@NullMarked
package org.driftscope.figure.circuit;

import org.jspecify.annotations.NullMarked;
