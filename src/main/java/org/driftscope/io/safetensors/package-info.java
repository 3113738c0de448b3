/**
 * Safetensors files: a small general reader and writer, and adapter files in them.
 *
 * <p>Imports: {@code adapter}, {@code network}, {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.safetensors;

import org.jspecify.annotations.NullMarked;
