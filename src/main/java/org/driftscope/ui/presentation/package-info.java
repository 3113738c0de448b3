/** The window in front of a class: full screen, large type, chosen panels, numbers that wait until they are asked for. */
@NullMarked
package org.driftscope.ui.presentation;

import org.jspecify.annotations.NullMarked;
