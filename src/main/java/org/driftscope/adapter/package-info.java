/**
 * Digital corrections beside a drifted layer: DoRA, LoRA and their simpler relatives.
 *
 * <p>Imports: {@code network}, {@code crossbar}, {@code support}.
 */
@NullMarked
package org.driftscope.adapter;

import org.jspecify.annotations.NullMarked;
