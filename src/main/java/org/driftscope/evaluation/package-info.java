/**
 * What a network's answers are worth: top-1 with its uncertainty, confusion, feature error by layer.
 *
 * <p>Imports: {@code network}, {@code data}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.evaluation;

import org.jspecify.annotations.NullMarked;
