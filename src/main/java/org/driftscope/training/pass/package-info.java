/**
 * One forward and reverse pass over a batch, alone or in shards, and the layout of what it learns.
 *
 * <p>Imports: {@code training.gradient}, {@code network}, {@code data}, {@code support}.
 */
@NullMarked
package org.driftscope.training.pass;

import org.jspecify.annotations.NullMarked;
