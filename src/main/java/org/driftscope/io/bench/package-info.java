/**
 * A model and its images opened together, ready to work on.
 *
 * <p>Imports: {@code io.onnx}, {@code io.image}, {@code experiment}, {@code data}, {@code network}, {@code support}.
 */
@NullMarked
package org.driftscope.io.bench;

import org.jspecify.annotations.NullMarked;
