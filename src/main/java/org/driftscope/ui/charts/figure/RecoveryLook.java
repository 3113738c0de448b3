package org.driftscope.ui.charts.figure;

import org.driftscope.evaluation.Spread;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.charts.model.RecoveryAxis;

/**
 * How a recovery chart is looked at.
 *
 * @param across what is shown across
 * @param axis what is shown upwards
 * @param bars what the bars of means over chips are
 * @param paretoFront whether what no other mark beats is joined
 */
record RecoveryLook(RecoveryAcross across, RecoveryAxis axis, Spread bars, boolean paretoFront) {}
