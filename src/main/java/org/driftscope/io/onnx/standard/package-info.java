/**
 * Brings ONNX graphs into the form that is read: local functions inlined, operators of other domains written by their
 * formula in ONNX's own, old ways to broadcast spelled out.
 */
@NullMarked
package org.driftscope.io.onnx.standard;

import org.jspecify.annotations.NullMarked;
