/**
 * What is worked out once at load: constants folded, the batch size, the shapes and the form of input that a network
 * takes.
 *
 * <p>Imports: {@code network}, {@code network.op}, {@code network.outline}, {@code network.batch}, {@code support}.
 */
@NullMarked
package org.driftscope.network.load;

import org.jspecify.annotations.NullMarked;
