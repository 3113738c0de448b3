/**
 * The dialog that turns figures into files: format, size, theme, preview.
 *
 * <p>Imports: {@code figure}, {@code ui.control}, {@code ui.task}.
 */
@NullMarked
package org.driftscope.ui.export;

import org.jspecify.annotations.NullMarked;
