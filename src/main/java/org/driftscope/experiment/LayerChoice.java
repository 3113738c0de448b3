package org.driftscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.SpecException;

/**
 * Which analog layers are meant: names, or patterns with {@code *}, e.g. "layer3.*".
 *
 * @param patterns empty means all
 */
public record LayerChoice(List<String> patterns) {
    public LayerChoice {
        patterns = List.copyOf(patterns);
    }

    public static LayerChoice all() {
        return new LayerChoice(List.of());
    }

    /**
     * The chosen layers' names, in order of execution.
     *
     * @throws SpecException if a pattern matches no analog layer
     */
    public List<String> in(Network network) {
        List<String> names =
                network.analogLayers().stream().map(AnalogLayer::name).toList();
        if (patterns.isEmpty()) {
            return names;
        }
        List<String> chosen = new ArrayList<>();
        for (String pattern : patterns) {
            Pattern regex = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
            List<String> matches =
                    names.stream().filter(n -> regex.matcher(n).matches()).toList();
            if (matches.isEmpty()) {
                throw new SpecException("layers", pattern, "among " + String.join(", ", names));
            }
            chosen.addAll(matches);
        }
        return names.stream().filter(chosen::contains).toList();
    }
}
