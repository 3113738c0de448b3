/**
 * What the settings hold: each control's value, its words and its limits.
 *
 * <p>Imports: {@code ui.state}, {@code ui.control}, {@code experiment} and the specifications it needs.
 */
@NullMarked
package org.driftscope.ui.settings.model;

import org.jspecify.annotations.NullMarked;
