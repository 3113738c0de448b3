/**
 * Files: ONNX, safetensors, image formats, experiment files, JSON and CSV.
 *
 * <p>Imports: {@code experiment}, {@code data}, {@code network} and what those import.
 */
@NullMarked
package org.driftscope.io;

import org.jspecify.annotations.NullMarked;
