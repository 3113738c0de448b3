/**
 * Labelled images from files and folders, the format told from the content, as {@link org.driftscope.data.ImageSource}.
 *
 * <p>Imports: {@code data}, {@code support}, {@code io.npy}, {@code io.files}.
 */
@NullMarked
package org.driftscope.io.image;

import org.jspecify.annotations.NullMarked;
