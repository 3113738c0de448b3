/** Two settings beside each other: the ones that were kept, A, and the present ones, B. */
@NullMarked
package org.driftscope.ui.explorer.pair;

import org.jspecify.annotations.NullMarked;
