/**
 * The studies: a question is chosen, its grid of trials fills in, and its figure appears.
 *
 * <p>Imports: {@code ui.task}, {@code ui.control}, {@code report}, {@code io.bench}, {@code experiment}, {@code figure}.
 */
@NullMarked
package org.driftscope.ui.study;

import org.jspecify.annotations.NullMarked;
