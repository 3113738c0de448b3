/**
 * Looks: light and dark theme, scale of the window, style sheets.
 *
 * <p>Imports: nothing of Driftscope.
 */
@NullMarked
package org.driftscope.ui.theme;

import org.jspecify.annotations.NullMarked;
