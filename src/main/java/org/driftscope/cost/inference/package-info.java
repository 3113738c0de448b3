/**
 * What an inference takes: energy, time and area of the analog layers, and what corrections beside them add.
 *
 * <p>Imports: {@code cost}, {@code network}, {@code crossbar}.
 */
@NullMarked
package org.driftscope.cost.inference;

import org.jspecify.annotations.NullMarked;
