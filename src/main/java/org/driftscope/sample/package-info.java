/**
 * The bundled sample: a generator of labelled images and the program that trains its network.
 *
 * <p>Imports: {@code io}, {@code training} and what those import.
 */
@NullMarked
package org.driftscope.sample;

import org.jspecify.annotations.NullMarked;
