/**
 * Draws the sample's images: outlines, masks, textures and light, in plain arithmetic so that every machine draws the
 * same bytes.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.sample.scene;

import org.jspecify.annotations.NullMarked;
