package org.driftscope.ui.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.report.RepeatCommand;
import org.driftscope.ui.charts.model.FigureSource;
import org.driftscope.ui.explorer.words.ChipWords;
import org.driftscope.ui.explorer.words.MethodWords;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.KnownFiles;
import org.driftscope.ui.workspace.LayerCounts;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.ResultData;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What charts of the open network's own numbers were made with.
 *
 * @param open the network and its images
 * @param places where files lie
 */
record FigureSources(Workspace open, KnownFiles places) {

    /** Of the network that was never on a chip. */
    FigureSource clean() {
        return source(List.of(), Map.of(), RepeatCommand.cleanLine(inputs()));
    }

    /** Of a chip before calibration. */
    FigureSource drifted(ChipChoice chip) {
        return source(
                chipWords(chip),
                ResultData.ofChip(chip),
                RepeatCommand.driftedLine(chip.spec(), chip.drifting(), inputs()));
    }

    /** Of the layers of a chip before calibration, measured with a fit that is let go. @param fit that was asked */
    FigureSource surveyed(ChipChoice chip, CalibrationSpec fit) {
        List<String> words = new ArrayList<>(chipWords(chip));
        words.add("errors on " + MethodWords.images(fit));
        ExperimentSpec spec = new ExperimentSpec(chip.spec(), chip.drifting(), LayerChoice.all(), fit);
        return source(words, ResultData.ofChip(chip), RepeatCommand.line(spec, inputs()));
    }

    /** Of a calibrated chip. */
    FigureSource calibrated(Calibrated result) {
        List<String> words = new ArrayList<>(chipWords(result.asked().onChip()));
        CalibrationSpec spec = result.asked().calibration();
        words.add(MethodWords.series(spec));
        words.addAll(MethodWords.settings(
                        spec, LayerCounts.of(open.network(), result.asked()).calibrated())
                .values());
        // else a command could name the files before their folders are known
        places.add(result.origin(), open.files());
        return new FigureSource(line(words), ResultData.of(result.point(), places));
    }

    private FigureSource source(List<String> words, Map<String, String> settings, Optional<String> command) {
        Map<String, String> data = new LinkedHashMap<>(settings);
        // without images nothing was scored that a command could score again
        command.filter(line -> open.hasImages()).ifPresent(line -> data.put("command", line));
        return new FigureSource(line(words), data);
    }

    private String line(List<String> words) {
        Path images = open.files().evaluation();
        List<String> all = new ArrayList<>(List.of(
                PointOrigins.name(open.files().model()),
                String.format(
                        Locale.ROOT,
                        "n = %,d images of %s",
                        open.evaluationCount(),
                        images == null ? "no set" : PointOrigins.name(images))));
        all.addAll(words);
        return String.join(" \u00b7 ", all) + ".";
    }

    private static List<String> chipWords(ChipChoice chip) {
        List<String> words =
                new ArrayList<>(ChipWords.of(chip.spec(), chip.drifting()).values());
        words.add("seed " + chip.spec().seed());
        return words;
    }

    /** Names the calibration images also where none are used: of one set, they are a part that is not scored. */
    private RepeatCommand.Inputs inputs() {
        OpenRequest files = open.files();
        Path calibration = files.calibration() == null ? files.evaluation() : files.calibration();
        return new RepeatCommand.Inputs(
                absolute(files.model()),
                absolute(files.evaluation()),
                absolute(calibration),
                "",
                open.evaluationCount(),
                open.preprocessing().preprocessing());
    }

    private static String absolute(@Nullable Path path) {
        return path == null ? "" : path.toAbsolutePath().normalize().toString();
    }
}
