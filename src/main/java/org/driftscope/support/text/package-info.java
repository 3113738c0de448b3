/**
 * Numbers and names as people read them.
 *
 * <p>Imports: none.
 */
@NullMarked
package org.driftscope.support.text;

import org.jspecify.annotations.NullMarked;
