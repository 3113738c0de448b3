/**
 * Lessons: guided tasks in a file of YAML with texts in Markdown, what their steps wait for, and the words they explain.
 *
 * <p>Imports: {@code io.yaml}, {@code io.experiment}, {@code experiment}, {@code support}.
 */
@NullMarked
package org.driftscope.io.lesson;

import org.jspecify.annotations.NullMarked;
