package org.driftscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.calibration.spec.Method;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.junit.jupiter.api.Test;

/**
 * A setting's or a method's name stands in its list and nowhere else in the program: whoever wants it asks the list. Looked for
 * as a whole string of the source, in the rooms that deal with settings.
 */
class OneHomeTest {
    private static final Path MAIN =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/java/org/driftscope");

    /** Where the lists are; methods and their settings are those of {@code calibration.spec}. */
    private static final Set<String> HOMES = Set.of(
            "crossbar/circuit/CircuitSettings.java",
            "experiment/setting/CalibrationSettings.java",
            "experiment/setting/ChipEffects.java",
            "experiment/setting/DeviceSettings.java",
            "experiment/setting/DriftSettings.java",
            "experiment/setting/LayerRules.java",
            "experiment/setting/MethodSettingCatalogue.java",
            "experiment/setting/WireSettings.java");

    /** Rooms without settings, whose words mean other things: nodes of a graph, parts of an adapter, keys of a file. */
    private static final Pattern OTHER_ROOMS = Pattern.compile(
            "(adapter|algebra|data|device|evaluation|network|sample|training|io/(device|onnx|safetensors|npy|image))/.*");

    /** A word for pixels, texts and windows more often than for weights; the option is looked for. */
    private static final String OF_MUCH_ELSE = DeviceSettings.SCALE.name();

    /** Words that are no settings where they stand, or that cannot be asked for. */
    private static final Map<String, Set<String>> OTHERS = others();

    private static final String OTHERS_IN_FILES =
            """
            cli/CostCommand.java: --rank
            cli/DemoCommand.java: --seed
            cli/device/DeviceCommand.java: --g-max device
            cli/device/DeviceShow.java: device
            cli/device/DevicesCommand.java: device
            cli/EvaluateCommand.java: --layers --reads
            cli/InspectCommand.java: --tile
            cli/StatisticsCommand.java: --samples statistics
            cli/option/ArchiveSelection.java: --drift --method
            crossbar/CellHistory.java: drift
            crossbar/CrossbarSpec.java: levels
            crossbar/MappingKind.java: mapping
            experiment/BenchCalibrations.java: solver
            experiment/FactoryStatistics.java: samples
            experiment/spec/LayerChoice.java: layers
            experiment/OpenedStatistics.java: statistics
            experiment/method/BatchNormStatistics.java: batch-norm
            experiment/method/Budget.java: budget
            experiment/sweep/AgeingStudies.java: age
            experiment/sweep/Studies.java: age drift effects layers mapping rank
            io/bench/ChipArrays.java: layers seed
            io/bench/SavedAdapters.java: seed
            io/experiment/LayerRuleYaml.java: layers
            io/lesson/LessonReader.java: steps
            report/CostFolder.java: method
            report/CostWords.java: method
            report/StudyTables.java: method
            ui/correction/CorrectionFigure.java: bias magnitude
            ui/export/ExportViewModel.java: preset
            ui/heatmap/TileMap.java: tile
            ui/layers/LayersView.java: layers
            ui/session/ChipJson.java: drift
            ui/session/OriginJson.java: statistics
            ui/session/PointJson.java: layers
            ui/session/SessionFiles.java: statistics
            ui/session/StateJson.java: layers
            ui/study/StudyViewModel.java: rank
            """;

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static Map<String, Set<String>> others() {
        Map<String, Set<String>> others = new TreeMap<>();
        OTHERS_IN_FILES.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split(": ");
            others.put(parts[0], Set.of(parts[1].split(" ")));
        });
        return others;
    }

    private static Set<String> names() {
        Stream<String> settings = Settings.all().stream().map(Setting::name);
        Stream<String> options =
                Settings.all().stream().map(Setting::option).flatMap(name -> Stream.of(name, "--" + name));
        return Stream.of(settings, options, Method.ids().stream())
                .flatMap(words -> words)
                .filter(name -> !name.equals(OF_MUCH_ELSE))
                .collect(Collectors.toSet());
    }

    /** The strings of a source that are names of the lists. */
    private static Set<String> named(String source, Set<String> names) {
        return TEXT.matcher(COMMENT.matcher(source).replaceAll(""))
                .results()
                .map((MatchResult text) -> text.group(1))
                .filter(names::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void namesOfSettingsAndMethodsStandInTheirListsAlone() throws IOException {
        Set<String> names = names();
        Map<String, Set<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String place = MAIN.relativize(file).toString().replace('\\', '/');
                Set<String> words = named(Files.readString(file), names);
                if (!words.isEmpty()
                        && !HOMES.contains(place)
                        && !place.startsWith("calibration/spec/")
                        && !OTHER_ROOMS.matcher(place).matches()) {
                    found.put(place, words);
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(OTHERS);
    }

    @Test
    void aPlantedNameIsFound() {
        assertThat(named("card.wide(\"clip-percentile\", box); // \"levels\"", names()))
                .containsExactly("clip-percentile");
        assertThat(named("say(\"--programming-error\", \"dora\");", names()))
                .containsExactlyInAnyOrder("--programming-error", "dora");
        assertThat(named("\"levels of detail\"", names())).isEmpty();
    }
}
