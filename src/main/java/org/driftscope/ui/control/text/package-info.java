/** Labels that say as much as they have room for. */
@NullMarked
package org.driftscope.ui.control.text;

import org.jspecify.annotations.NullMarked;
