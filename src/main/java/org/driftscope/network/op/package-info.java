/**
 * The operators: what each ONNX operator computes, for opset 7 and later. One class a family; {@code Operators} lists them.
 *
 * <p>Imports: the graph's values in {@code network}, {@code support}. Used by {@code network} alone, so the two are
 * parts of one room.
 */
@NullMarked
package org.driftscope.network.op;

import org.jspecify.annotations.NullMarked;
