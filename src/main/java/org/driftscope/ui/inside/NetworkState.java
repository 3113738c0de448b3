package org.driftscope.ui.inside;

/** A state of the network that images are shown to. */
enum NetworkState {
    CLEAN("Clean", "clean"),
    DRIFTED("Drifted", "drifted"),
    CALIBRATED("Calibrated", "calibrated");

    private final String label;
    private final String id;

    NetworkState(String label, String id) {
        this.label = label;
        this.id = id;
    }

    String label() {
        return label;
    }

    /** For ids of nodes and classes of style. */
    String id() {
        return id;
    }
}
