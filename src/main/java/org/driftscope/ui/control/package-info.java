/**
 * Controls and factories that several panels share.
 *
 * <p>Imports: {@code figure}, {@code cost}, {@code ui.task}.
 */
@NullMarked
package org.driftscope.ui.control;

import org.jspecify.annotations.NullMarked;
