/** Finds what the window's menus hold by words, and does it. */
@NullMarked
package org.driftscope.ui.palette;

import org.jspecify.annotations.NullMarked;
