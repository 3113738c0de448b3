package org.driftscope.cost;

import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.network.AnalogLayer;

/** How each layer is put on crossbars: a chip's layers need not be alike. */
@FunctionalInterface
public interface LayerCrossbars {
    CrossbarSpec of(AnalogLayer layer);
}
