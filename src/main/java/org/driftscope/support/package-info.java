/**
 * What every room leans on: keyed randomness, progress, cancellation and the errors that reach a user.
 *
 * <p>Imports: nothing of Driftscope.
 */
@NullMarked
package org.driftscope.support;

import org.jspecify.annotations.NullMarked;
