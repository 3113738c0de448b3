package org.driftscope.report.paired;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftscope.experiment.setting.Setting;

/** In what the chips of some comparisons differ. */
final class ChipKinds {
    private ChipKinds() {}

    /** Names of settings that are not the same in all; a new set. */
    static Set<String> differing(List<Comparison> comparisons) {
        Set<String> names = new LinkedHashSet<>();
        comparisons.forEach(comparison -> names.addAll(kind(comparison).keySet()));
        names.removeIf(name -> comparisons.stream()
                        .map(comparison -> kind(comparison).get(name))
                        .map(Objects::toString)
                        .distinct()
                        .count()
                == 1);
        return names;
    }

    /** What a comparison's chips are of these, in words. */
    static String words(Comparison comparison, Set<String> names) {
        return names.stream()
                .filter(name -> kind(comparison).containsKey(name))
                .map(name -> PairedWords.of(name, kind(comparison).getOrDefault(name, "")))
                .collect(Collectors.joining(", "));
    }

    /** 0 where it is not said. */
    static double number(Comparison comparison, Setting setting) {
        return kind(comparison).get(setting.name()) instanceof Number value ? value.doubleValue() : 0;
    }

    private static Map<String, Object> kind(Comparison comparison) {
        return comparison.trials().get(0).kind();
    }
}
