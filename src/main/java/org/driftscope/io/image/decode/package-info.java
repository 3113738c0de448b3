/**
 * Pixels of PNG and JPEG files, and what a file is by its first bytes.
 *
 * <p>Imports: {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.image.decode;

import org.jspecify.annotations.NullMarked;
