package org.driftscope.architecture.planted.attic;

/** Lies in no room of the list, and is called as another class, on purpose. */
public interface PanelOne {}
