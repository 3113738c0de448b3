/**
 * What explains the window: shortcuts, the tour, and what this program is.
 *
 * <p>Imports: control.
 */
@NullMarked
package org.driftscope.ui.help;

import org.jspecify.annotations.NullMarked;
