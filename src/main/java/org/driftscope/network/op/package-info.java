/**
 * The operators: what each ONNX operator computes, for opset 7 and later. One class a family; {@code Operators} lists them.
 *
 * <p>Imports: {@code network.op.array}, {@code network.op.product}, {@code network.op.shape}, {@code network}, {@code support}.
 */
@NullMarked
package org.driftscope.network.op;

import org.jspecify.annotations.NullMarked;
