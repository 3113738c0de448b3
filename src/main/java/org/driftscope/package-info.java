/**
 * Driftscope: chooses between window and command line.
 *
 * <p>Imports: {@code cli}, {@code ui}.
 */
@NullMarked
package org.driftscope;

import org.jspecify.annotations.NullMarked;
