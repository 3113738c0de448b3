package org.driftscope.crossbar;

/** What shares one scale w_max: a whole layer, or each of its columns (outputs). */
public enum ScaleScope {
    LAYER,
    COLUMN
}
