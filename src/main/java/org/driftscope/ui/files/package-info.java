/**
 * Opening and saving: networks, images, sessions, experiments and studies, and what is asked before work is left.
 *
 * <p>Imports: {@code ui.explorer}, {@code ui.workspace}, the panels and what those import.
 */
@NullMarked
package org.driftscope.ui.files;

import org.jspecify.annotations.NullMarked;
