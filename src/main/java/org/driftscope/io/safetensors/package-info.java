/**
 * Safetensors files: a small general reader and writer, and adapter and statistics files in them.
 *
 * <p>Imports: {@code experiment}, {@code calibration}, {@code adapter}, {@code data}, {@code network}, {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.safetensors;

import org.jspecify.annotations.NullMarked;
