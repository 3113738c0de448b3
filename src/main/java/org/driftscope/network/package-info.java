/**
 * An immutable graph of layers, and which of them sit on crossbars.
 *
 * <p>Imports: {@code crossbar}, {@code device}, {@code support}.
 */
@NullMarked
package org.driftscope.network;

import org.jspecify.annotations.NullMarked;
