/**
 * The window's composition root; one room a panel below it.
 *
 * <p>Imports: every room but {@code cli}.
 */
@NullMarked
package org.driftscope.ui;

import org.jspecify.annotations.NullMarked;
