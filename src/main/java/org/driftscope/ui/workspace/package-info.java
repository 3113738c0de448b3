/**
 * What is open: the network, its images and chip, the files they came from, what was read of them, and the questions
 * that opening asks. The base of the rooms that hold the window together.
 *
 * <p>Imports: {@code ui.state}, {@code ui.control}, {@code ui.session}, {@code ui.task}, {@code experiment}, {@code
 * io} and what those import.
 */
@NullMarked
package org.driftscope.ui.workspace;

import org.jspecify.annotations.NullMarked;
