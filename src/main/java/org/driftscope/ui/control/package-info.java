/**
 * Controls and factories that several panels share.
 *
 * <p>Imports: nothing of Driftscope.
 */
@NullMarked
package org.driftscope.ui.control;

import org.jspecify.annotations.NullMarked;
