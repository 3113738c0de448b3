package org.driftscope.experiment.method;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.FisherError;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** Chooses the layers whose drift hurts the network most, as feature error weighted by the output Fisher says. */
final class MostAffected {
    private MostAffected() {}

    /** Whether a method that looks at layers at all is asked for fewer than there are. */
    static boolean isAsked(Trial trial) {
        int wanted = trial.calibration().settings().mostAffected();
        return SettingUse.LAYERS.matters(trial.calibration().method())
                && wanted > 0
                && wanted < trial.layers().size();
    }

    /** The trial with only as many layers as its settings ask for. */
    static Trial of(Trial trial, Progress progress, CancelToken cancel) {
        int wanted = trial.calibration().settings().mostAffected();
        if (!isAsked(trial)) {
            return trial;
        }
        Map<String, LayerStatistics> statistics = trial.statistics(progress, cancel);
        Map<String, OutputFisher> fisher = trial.fisher(progress, cancel);
        Map<String, Double> errors = trial.ofEach(
                layer -> FisherError.of(
                        Trial.require(statistics, layer),
                        trial.target(layer),
                        trial.onChip(layer).weights(),
                        Trial.require(fisher, layer)),
                cancel);
        List<String> chosen = errors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(wanted)
                .map(Map.Entry::getKey)
                .toList();
        return trial.withLayers(trial.layers().stream().filter(chosen::contains).toList());
    }
}
