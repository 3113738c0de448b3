/**
 * What a correction costs: parameters, SRAM bits, RRAM writes, energy, time, lifetime.
 *
 * <p>Imports: {@code adapter}, {@code network}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.cost;

import org.jspecify.annotations.NullMarked;
