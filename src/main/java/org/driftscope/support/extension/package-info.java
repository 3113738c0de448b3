/**
 * What code beside this program adds to its lists.
 *
 * <p>Imports: nothing of ours.
 */
@NullMarked
package org.driftscope.support.extension;

import org.jspecify.annotations.NullMarked;
