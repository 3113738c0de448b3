/** Asking for files and folders. */
@NullMarked
package org.driftscope.ui.control.prompt;

import org.jspecify.annotations.NullMarked;
