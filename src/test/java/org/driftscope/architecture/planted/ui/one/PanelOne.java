package org.driftscope.architecture.planted.ui.one;

import org.driftscope.architecture.planted.ui.two.PanelTwo;

/** Imports another panel on purpose. */
public interface PanelOne {
    PanelTwo other();
}
