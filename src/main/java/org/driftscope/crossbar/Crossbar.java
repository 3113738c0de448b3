package org.driftscope.crossbar;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.crossbar.circuit.StuckCells;
import org.driftscope.crossbar.circuit.TileWires;
import org.driftscope.device.DriftModel;
import org.driftscope.device.MeasuredCells;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * All tiles that hold one layer, programmed with its weights. Immutable: drift gives new states and leaves the programmed
 * one as it is.
 *
 * <p>With {@code x = w / w_max}, clipped to [-1, 1]:
 *
 * <ul>
 *   <li>one-sided pair: the cell of the weight's sign {@code gMin + |x| (gMax - gMin)}, the other {@code gMin};
 *   <li>constant-sum pair: {@code (gMin + gMax)/2 ± x (gMax - gMin)/2};
 *   <li>offset column: {@code gMin + (x + 1)/2 (gMax - gMin)}, read against its tile's reference column at mid-range.
 * </ul>
 *
 * With bit slices each digit is so mapped, on cells and tiles of its own ({@link BitSlices}).
 *
 * <p>A weight is read back as {@code (gPlus - gMinus) w_max / (gMax - gMin)}, twice that with an offset column. Rounding to
 * levels applies to the cells of weights; a reference column is held at exactly mid-range.
 */
public final class Crossbar {
    private final String layerName;
    private final WeightMatrix weights;
    private final CrossbarSpec spec;
    private final RandomSource chip;
    private final TileGrid tiles;
    private final Mapping mapping;
    private final ScaleFactors scale;
    private final @Nullable LayerFaults faults;
    private final CellState target;
    private final CellState programmed;
    private final @Nullable BitSlices slices;
    private final CellReader reader;
    private final List<Crossbar> lower;
    private final CellTargets targets;
    private final CellHistory history;

    private Crossbar(
            String layerName,
            WeightMatrix weights,
            CrossbarSpec spec,
            DriftModel device,
            RandomSource chip,
            int slice) {
        this.layerName = layerName;
        this.weights = weights;
        this.spec = spec;
        this.chip = chip;
        this.tiles = new TileGrid(weights.rows(), weights.cols(), spec.tileRows(), spec.tileCols());
        this.mapping = spec.mapping().formulas().apply(spec.range());
        this.scale = ScaleFactors.of(weights, spec.scale(), spec.clipPercentile());
        BitSlices digits = BitSlices.of(spec).orElse(null);
        this.slices = digits;
        this.reader = new CellReader(spec, tiles, gains(), digits, layerName, chip);
        this.targets = new CellTargets(weights, spec, scale, digits == null ? x -> x : x -> digits.digit(x, slice));
        CellState asked = targets.asked(mapping, tiles);
        this.faults = spec.circuit().hasStuckCells()
                ? LayerFaults.drawn(
                        new StuckCells(spec.circuit(), spec.range()),
                        asked,
                        tiles,
                        chip.child("stuck").child(layerName))
                : null;
        this.target = madeUp(asked);
        this.history = new CellHistory(spec, tiles, layerName, chip);
        CellState written = history.written(device, target);
        this.programmed = faults == null ? written : faults.over(written);
        this.lower = digits == null || slice > 0
                ? List.of()
                : IntStream.range(1, digits.count())
                        .mapToObj(other ->
                                new Crossbar(layerName, weights, spec, device, CellReader.ofSlice(chip, other), other))
                        .toList();
    }

    /**
     * Maps and programs a layer. The programming error of a tile is drawn from
     * {@code chip.child("programming").child(layer).child(tile)}; it is the specification's, or the device's own where that
     * is 0.
     *
     * @param weights clean weights; not modified
     * @param device whose cells are written
     * @param chip one source for all layers of a chip
     */
    public static Crossbar program(
            String layerName, WeightMatrix weights, CrossbarSpec spec, DriftModel device, RandomSource chip) {
        return new Crossbar(layerName, weights, spec, device, chip, 0);
    }

    /** As the other one, on cells that are written as the specification says. */
    public static Crossbar program(String layerName, WeightMatrix weights, CrossbarSpec spec, RandomSource chip) {
        return program(layerName, weights, spec, new RelativeGaussianDrift(0), chip);
    }

    public String layerName() {
        return layerName;
    }

    public CrossbarSpec spec() {
        return spec;
    }

    /** The weights asked for, before clipping and levels. */
    public WeightMatrix weights() {
        return weights;
    }

    /** Target conductances (after clipping, levels and what partners of stuck cells make up, before programming error). */
    public CellState target() {
        return with(target, Crossbar::target);
    }

    /** With the same of the less significant slices. */
    private CellState with(CellState own, Function<Crossbar, CellState> ofSlice) {
        return lower.isEmpty()
                ? own
                : new CellState(
                        own.gPlus(), own.gMinus(), lower.stream().map(ofSlice).toList());
    }

    /** Conductances right after writing: {@link #target()} where programming is exact. */
    public CellState programmed() {
        return with(programmed, Crossbar::programmed);
    }

    /** Number of physical cells, reference columns included. */
    public long cells() {
        return (long) target.gPlus().valuesUs().length
                + target.gMinus().valuesUs().length
                + lower.stream().mapToLong(Crossbar::cells).sum();
    }

    /** Tiles down (rows) and across (cols). */
    public TileGrid tiles() {
        return tiles;
    }

    /**
     * The cells after drift, which starts from the programmed conductance. Each tile's numbers come from
     * {@code chip.child("drift").child(layer).child(tile)}, so a cell moves along one curve as the drift's settings or the
     * time change, and no layer or tile depends on another. Devices that relax do so before, by numbers from
     * {@code chip.child("relaxation")}. What the circuit does to cells comes after drift, from
     * {@code chip.child(effect)}. A stuck cell does not move.
     *
     * <p>Cells that were read one by one are what was read: neither drift nor the circuit moves them.
     *
     * @return new arrays, µS, clipped at 0 and, where the specification says so, to the range
     */
    public CellState drift(DriftModel model, double secondsSinceProgramming) {
        return with(drifted(model, secondsSinceProgramming), other -> other.drift(model, secondsSinceProgramming));
    }

    private CellState drifted(DriftModel model, double secondsSinceProgramming) {
        Optional<MeasuredCells> measured = model.cells(layerName);
        if (measured.isPresent()) {
            return MeasuredState.of(layerName, requireOfCells(measured.get()), target, gains(), spec.tileCols());
        }
        CellState moved = history.drifted(model, secondsSinceProgramming, target, programmed);
        return faults == null ? moved : faults.over(moved);
    }

    /** Weights that were measured hold what the wires take already. */
    private MeasuredCells requireOfCells(MeasuredCells cells) {
        if (slices != null) {
            throw new SpecException(
                    CircuitSettings.SLICES.id(), slices.count(), "0, since the measured chip holds its weights whole");
        }
        if (cells.areWeights() && spec.circuit().hasWires()) {
            throw new SpecException(
                    "wires",
                    "on",
                    "off, since the measured chip gives weights of layer " + layerName
                            + ", which hold what wires take already");
        }
        return cells;
    }

    /** What stuck cells hold, µS, NaN at all others; empty where no cell can be stuck. */
    public Optional<CellState> stuckUs() {
        return Optional.ofNullable(faults)
                .map(own -> with(own.heldUs(), other -> other.stuckUs().orElseThrow()));
    }

    /** What the outputs see of given conductances, µS: less than these where wires take part of the voltage. */
    public CellState contributed(CellState state) {
        return spec.circuit().hasWires()
                ? seen(new WireLosses(TileWires.of(spec.circuit())::effectiveUs, tiles), state)
                : state;
    }

    /** As {@link #contributed}, roughly and at once. */
    public CellState contributedRoughly(CellState state) {
        return spec.circuit().hasWires()
                ? seen(new WireLosses(TileWires.of(spec.circuit())::roughlyUs, tiles), state)
                : state;
    }

    /** Each slice is on tiles of its own. */
    private static CellState seen(WireLosses wires, CellState state) {
        CellState own = wires.of(state);
        return new CellState(
                own.gPlus(), own.gMinus(), state.lower().stream().map(wires::of).toList());
    }

    /** The weights that given conductances amount to at the outputs, [rows, cols]; a new array. */
    public WeightMatrix effectiveWeights(CellState state) {
        return weightsSeen(contributed(state));
    }

    /** As {@link #effectiveWeights}, of what {@link #contributed} gave. */
    public WeightMatrix weightsSeen(CellState state) {
        return reader.weights(state);
    }

    /** What one slice's cells amount to before its factor in the sum, of a state of that slice. */
    public WeightMatrix held(CellState state) {
        return reader.held(state);
    }

    /**
     * How the tiles are read; empty where the outputs are exactly what the cells contribute. Noise is drawn from
     * {@code chip.child("read").child(layer)}.
     *
     * @param seen the weights that the outputs see
     * @param converters of this layer, ranges included
     */
    public Optional<Readout> readout(WeightMatrix seen, LayerConverters converters) {
        return reader.whole(seen, converters);
    }

    /** As the other one, slice by slice where each has converters of its own. @param state what the outputs see */
    public Optional<Readout> readout(CellState state, WeightMatrix seen, LayerConverters converters) {
        return reader.readout(state, seen, converters);
    }

    /** The weight that one µS between a slice's cells amounts to, one a column. @param of 0 for the first, or for all */
    public float[] weightPerUs(int of) {
        return reader.weightPerUs(of);
    }

    private float[] gains() {
        float[] gain = new float[weights.cols()];
        for (int col = 0; col < gain.length; col++) {
            gain[col] = (float) (scale.wMax()[col] * mapping.weightPerUs());
        }
        return gain;
    }

    /** The partner of a stuck cell makes up for it where that is asked for; a reference column has no partners. */
    private CellState madeUp(CellState asked) {
        LayerFaults known = spec.circuit().isOn(CircuitSettings.FAULT_AWARE) ? faults : null;
        return known == null || spec.mapping().sharesReference()
                ? asked
                : known.madeUp(asked, gUs -> targets.level(spec.range().clamp(gUs)));
    }
}
