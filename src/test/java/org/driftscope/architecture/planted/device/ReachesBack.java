package org.driftscope.architecture.planted.device;

import javafx.geometry.Point2D;
import org.driftscope.architecture.planted.crossbar.Above;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Breaks three rules on purpose: imports a room above it, JavaFX, and an array of the simulator. */
public record ReachesBack(Above above, Point2D point, INDArray array) {}
