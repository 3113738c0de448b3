/**
 * An immutable graph of layers, its forward pass on ND4J, and which layers sit on crossbars.
 *
 * <p>Imports: {@code crossbar}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.network;

import org.jspecify.annotations.NullMarked;
