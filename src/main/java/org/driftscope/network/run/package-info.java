/**
 * The forward pass on ND4J: a network compiled to steps, the weights of its layers as they now are, and a frame a
 * worker.
 *
 * <p>Imports: {@code network}, {@code network.load}, {@code network.op}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.network.run;

import org.jspecify.annotations.NullMarked;
