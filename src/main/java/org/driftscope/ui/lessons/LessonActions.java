package org.driftscope.ui.lessons;

/**
 * What the panel asks the window for.
 *
 * @param open asks for the file of a lesson
 * @param worksheet writes what was gone through
 */
public record LessonActions(Runnable open, Runnable worksheet) {}
