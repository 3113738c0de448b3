/**
 * Operators that can be run forwards and then backwards, one small class a family, on ND4J's backward operators.
 *
 * <p>Imports: {@code network}, {@code support}.
 */
@NullMarked
package org.driftscope.training.gradient;

import org.jspecify.annotations.NullMarked;
