package org.driftscope.crossbar;

import org.driftscope.crossbar.circuit.CircuitEffect;
import org.driftscope.crossbar.circuit.CircuitEffects;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DriftModel;
import org.driftscope.device.ProgrammingError;
import org.driftscope.support.RandomSource;

/**
 * What happens to the cells of a layer: writing, relaxation, drift, and what the circuit does to them. Each has a stream of
 * normal numbers of its own, {@code chip.child(stage).child(layer).child(tile)}, so that leaving one out changes no other's.
 *
 * @param spec of the crossbar
 * @param tiles how the layer is cut
 * @param layer its name
 * @param chip one source for all layers of a chip
 */
record CellHistory(CrossbarSpec spec, TileGrid tiles, String layer, RandomSource chip) {
    /** Conductances right after writing: the targets themselves where programming is exact. */
    CellState written(DriftModel device, CellState target) {
        ProgrammingError error = spec.programmingError();
        if (error.amount() == 0 && device.writesExactly()) {
            return target;
        }
        ConductanceRange range = spec.range();
        RandomSource source = source("programming");
        if (error.amount() > 0) {
            return new TileNoise(this::clipped, tiles, source)
                    .move(target, target, (aim, gUs, normal) -> error.programmedUs(aim, range.gMaxUs(), normal));
        }
        // a device that stays in its range does so by what comes after writing, unless that is a stage like the others
        return new TileNoise(device.relaxes() ? this::clipped : gUs -> Math.max(0, gUs), tiles, source)
                .move(target, target, (aim, gUs, normal) -> device.programmedUs(aim, range, normal));
    }

    /** What written cells have become at an age, stuck ones as if they were not. @param seconds since programming */
    CellState drifted(DriftModel model, double seconds, CellState target, CellState written) {
        ConductanceRange range = spec.range();
        CellState moved = written;
        if (model.relaxes()) {
            moved = new TileNoise(this::clipped, tiles, source("relaxation"))
                    .move(target, moved, (aim, gUs, normal) -> model.relaxedUs(gUs, range, normal));
        }
        moved = new TileNoise(this::clipped, tiles, source("drift"))
                .move(target, moved, model.at(range, seconds)::driftedUs);
        for (CircuitEffect effect : CircuitEffects.ofCells(spec.circuit())) {
            moved = new TileNoise(this::clipped, tiles, source(effect.name()))
                    .move(target, moved, (aim, gUs, normal) -> effect.cells()
                            .changedUs(spec.circuit(), range, gUs, normal));
        }
        return moved;
    }

    private RandomSource source(String stage) {
        return chip.child(stage).child(layer);
    }

    private double clipped(double gUs) {
        return spec.clipToRange() ? spec.range().clamp(gUs) : Math.max(0, gUs);
    }
}
