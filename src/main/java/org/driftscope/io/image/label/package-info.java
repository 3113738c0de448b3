/**
 * Names of classes and labels of images: synset lists, label files, class folders.
 *
 * <p>Imports: {@code io.image.decode}, {@code io.files}, {@code support}.
 */
@NullMarked
package org.driftscope.io.image.label;

import org.jspecify.annotations.NullMarked;
