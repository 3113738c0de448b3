package org.driftscope.experiment.archive;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.experiment.ExperimentResult;
import org.driftscope.experiment.archive.TrialColumn.Form;
import org.driftscope.support.SpecException;
import org.driftscope.support.extension.Extensions;

/** All numbers of a trial, the one home of their names. */
public final class TrialColumns {
    public static final TrialColumn IMAGES = new TrialColumn(
            "images", "Images", Form.COUNT, false, result -> result.clean().images());
    public static final TrialColumn CLEAN = new TrialColumn(
            "cleanTop1", "Clean %", Form.SHARE, false, result -> result.clean().top1());
    public static final TrialColumn DRIFTED =
            new TrialColumn("driftedTop1", "Drifted %", Form.SHARE, true, ExperimentResult::driftedTop1);
    public static final TrialColumn CALIBRATED =
            new TrialColumn("calibratedTop1", "Calibrated %", Form.SHARE, true, ExperimentResult::calibratedTop1);
    public static final TrialColumn PARAMETERS = new TrialColumn(
            "updatedParameters", "Updated parameters", Form.COUNT, false, ExperimentResult::updatedParameters);
    public static final TrialColumn UPDATED =
            new TrialColumn("updatedPercent", "Updated %", Form.DECIMAL, true, ExperimentResult::updatedPercent);
    public static final TrialColumn SRAM_BITS =
            new TrialColumn("sramBits", "SRAM bits", Form.COUNT, false, ExperimentResult::sramBits);
    public static final TrialColumn RRAM_WRITES =
            new TrialColumn("rramWrites", "RRAM writes", Form.COUNT, false, ExperimentResult::rramWrites);
    public static final TrialColumn SECONDS =
            new TrialColumn("calibrationSeconds", "Seconds", Form.DECIMAL, false, ExperimentResult::calibrationSeconds);

    public static final TrialColumn CALIBRATIONS =
            new TrialColumn("calibrations", "Calibrations", Form.COUNT, false, result -> result.service()
                    .times());
    public static final TrialColumn IMAGES_RUN =
            new TrialColumn("imagesRun", "Images run on the chip", Form.COUNT, false, result -> result.service()
                    .images());

    public static final TrialColumn CHIP_CELLS =
            new TrialColumn("chipCells", "RRAM cells", Form.COUNT, false, ExperimentResult::chipCells);
    /** Of all calibrations and measured gains together. */
    public static final TrialColumn SRAM_WRITES =
            new TrialColumn("sramWrites", "SRAM bits written", Form.COUNT, false, ExperimentResult::sramWrites);

    /** How the reads of one chip differ; none where it was read once. */
    public static final TrialColumn DRIFTED_READS = new TrialColumn(
            "driftedOverReads", "Drifted, s.d. over reads", Form.POINTS, false, ExperimentResult::driftedOverReads);

    public static final TrialColumn CALIBRATED_READS = new TrialColumn(
            "calibratedOverReads",
            "Calibrated, s.d. over reads",
            Form.POINTS,
            false,
            ExperimentResult::calibratedOverReads);

    /** Those that archives have had from the beginning, in the order in which files list them. */
    private static final List<TrialColumn> FIRST =
            List.of(IMAGES, CLEAN, DRIFTED, CALIBRATED, PARAMETERS, UPDATED, SRAM_BITS, RRAM_WRITES, SECONDS);

    private static final List<TrialColumn> ALL = Extensions.added(
            TrialColumn.class,
            Stream.concat(
                            FIRST.stream(),
                            Stream.of(
                                    CALIBRATIONS, IMAGES_RUN, SRAM_WRITES, CHIP_CELLS, DRIFTED_READS, CALIBRATED_READS))
                    .toList(),
            TrialColumn::name);

    private TrialColumns() {}

    /** In the order in which files list them. */
    public static List<TrialColumn> all() {
        return ALL;
    }

    /**
     * The number of that name.
     *
     * @param asked what the name was given for, for the message
     * @throws SpecException if there is none
     */
    public static TrialColumn named(String asked, String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException(asked, name, "one of " + String.join(", ", names())));
    }

    public static List<String> names() {
        return ALL.stream().map(TrialColumn::name).toList();
    }

    /** Those with a column of their own in the archive's table of trials, which every trial has. */
    public static List<TrialColumn> first() {
        return FIRST;
    }

    /** Those that came later; a trial of an older version has none of them. */
    public static List<TrialColumn> later() {
        return ALL.subList(FIRST.size(), ALL.size());
    }

    /** Those for tables with little room. */
    public static List<TrialColumn> brief() {
        return ALL.stream().filter(TrialColumn::brief).toList();
    }
}
