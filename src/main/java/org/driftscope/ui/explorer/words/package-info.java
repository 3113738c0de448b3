/** The window's figures and sentences about them, as plain values. */
@NullMarked
package org.driftscope.ui.explorer.words;

import org.jspecify.annotations.NullMarked;
