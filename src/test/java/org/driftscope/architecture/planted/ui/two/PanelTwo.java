package org.driftscope.architecture.planted.ui.two;

import org.driftscope.architecture.planted.ui.one.PanelOne;

/** Imports the first panel back on purpose. */
public interface PanelTwo {
    PanelOne other();
}
