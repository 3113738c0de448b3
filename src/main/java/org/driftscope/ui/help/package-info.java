/**
 * What explains the window: shortcuts, the tour, and what this program is.
 *
 * <p>Imports: nothing of Driftscope.
 */
@NullMarked
package org.driftscope.ui.help;

import org.jspecify.annotations.NullMarked;
