/**
 * NumPy's array files, NPY and NPZ, to plain arrays. Hostile files are refused before anything large is allocated.
 *
 * <p>Imports: {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.npy;

import org.jspecify.annotations.NullMarked;
