/**
 * What outlives the window: session files, the autosave that survives a crash, and the user's preferences.
 *
 * <p>Imports: {@code ui.state}, {@code ui.theme}, {@code io.files}, and the specifications a state is made of.
 */
@NullMarked
package org.driftscope.ui.session;

import org.jspecify.annotations.NullMarked;
