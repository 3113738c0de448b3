package org.driftscope.ui.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DeviceKinds;
import org.driftscope.device.Devices;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.experiment.spec.PerLayer;

/**
 * Everything undo and redo cover.
 *
 * @param chip device, drift and seed
 * @param drifting which layers are on the chip; the others stay clean
 * @param ticked names of the layers to calibrate; of these, those that drift are
 * @param calibration method, rank, images and the rest
 * @param points finished calibrations, oldest first
 * @param costs device figures that cost estimates rest on
 * @param preparation how someone wished the images prepared; none where the program chooses
 */
@RecordBuilder
public record ExplorerState(
        ChipSpec chip,
        LayerChoice drifting,
        Set<String> ticked,
        CalibrationSpec calibration,
        List<CalibrationPoint> points,
        CostAssumptions costs,
        PreprocessingChoice.Request preparation)
        implements ExplorerStateBuilder.With {
    private static final double FIRST_DRIFT = 0.2;
    private static final double FIRST_ON_OFF = 10;
    private static final double FIRST_G_MAX_US = 100;
    private static final long FIRST_SEED = 7;

    public ExplorerState {
        ticked = Set.copyOf(ticked);
        points = List.copyOf(points);
    }

    /** What a first start shows: 20 % drift on cells of on/off ratio 10, where calibration has something to win back. */
    public static ExplorerState first() {
        CrossbarSpec crossbar =
                CrossbarSpec.defaults().withRange(ConductanceRange.ofOnOffRatio(FIRST_G_MAX_US, FIRST_ON_OFF));
        return new ExplorerState(
                new ChipSpec(crossbar, new RelativeGaussianDrift(FIRST_DRIFT), 0, FIRST_SEED),
                LayerChoice.all(),
                Set.of(),
                Preset.RECOMMENDED.applyTo(CalibrationSpec.defaults()),
                List.of(),
                CostAssumptions.defaults(),
                PreprocessingChoice.Request.none());
    }

    /** Relative drift, a fraction; 0 where the drift model has no such setting. */
    public double relativeDrift() {
        return chip.relativeDrift();
    }

    /** Which chip is set. */
    public ChipChoice onChip() {
        return new ChipChoice(chip, drifting);
    }

    /** In what some layers differ from the others. */
    public ExplorerState withPerLayer(PerLayer differences) {
        return withChip(chip.withPerLayer(differences));
    }

    public ExplorerState withCrossbar(CrossbarSpec crossbar) {
        return withChip(chip.withCrossbar(crossbar));
    }

    public ExplorerState withRelativeDrift(double drift) {
        return withChip(chip.withDrift(new RelativeGaussianDrift(drift)));
    }

    /** @param seconds since programming */
    public ExplorerState withAge(double seconds) {
        return withChip(chip.withAge(seconds));
    }

    /** The devices of files that its chip or its points have. */
    public Devices devices() {
        return Devices.of(Stream.concat(Stream.of(chip), points.stream().map(CalibrationPoint::chip))
                .flatMap(any -> any.kinds().stream())
                .map(ChipSpec::drift));
    }

    /** With the range the device was measured in; one that was measured in none takes the first range in another's stead. */
    public ExplorerState withDevice(DeviceKind device) {
        ExplorerState changed = withChip(chip.withDevice(device));
        boolean others =
                chip.crossbar().range().equals(DeviceKinds.of(chip.drift()).range());
        return device.range() == null && others
                ? changed.withCrossbar(changed.chip()
                        .crossbar()
                        .withRange(first().chip().crossbar().range()))
                : changed;
    }

    public ExplorerState withSeed(long seed) {
        return withChip(chip.withSeed(seed));
    }

    /**
     * Statistics of a file; none are gathered in memory then.
     *
     * @param sha256 of a file of factory statistics; empty for those of the calibration images
     */
    public ExplorerState withStatistics(String sha256) {
        MethodSettings settings = sha256.isEmpty()
                ? calibration.settings()
                : calibration.settings().withFactoryImages(0);
        return withCalibration(calibration.withSettings(settings.withStatistics(sha256)));
    }

    /** Statistics gathered in memory, on so many factory images; no file then. @param images 0 for none */
    public ExplorerState withFactoryImages(int images) {
        MethodSettings settings =
                images == 0 ? calibration.settings() : calibration.settings().withStatistics("");
        return withCalibration(calibration.withSettings(settings.withFactoryImages(images)));
    }

    /** The state with a point more; one that says the same is shown again in its stead. */
    public ExplorerState withPoint(CalibrationPoint point) {
        if (points.stream().anyMatch(point::repeats)) {
            return withPoints(points.stream()
                    .map(known -> point.repeats(known) ? known.withHidden(false) : known)
                    .toList());
        }
        List<CalibrationPoint> more = new ArrayList<>(points);
        more.add(point);
        return withPoints(more);
    }

    public ExplorerState withoutPoint(String id) {
        return withPoints(
                points.stream().filter(point -> !point.id().equals(id)).toList());
    }

    /** The state with one of its points changed. */
    public ExplorerState withPointChanged(String id, UnaryOperator<CalibrationPoint> change) {
        return withPoints(points.stream()
                .map(point -> point.id().equals(id) ? change.apply(point) : point)
                .toList());
    }

    /** The state with the settings a point was made with. */
    public ExplorerState withSettingsOf(CalibrationPoint point) {
        return new ExplorerState(
                point.chip(), point.driftedLayers(), point.layers(), point.calibration(), points, costs, preparation);
    }
}
