/**
 * ONNX files to and from {@code network.Network}; refuses, by name and before anything runs, what cannot be simulated.
 *
 * <p>Imports: {@code network}, {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.onnx;

import org.jspecify.annotations.NullMarked;
