package org.driftscope.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.MainPath;
import org.driftscope.network.Network;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;

/**
 * Which analog layers are meant: names, patterns with {@code *}, e.g. "layer3.*", or {@value #PAPER_SET} for those that the
 * paper calibrates, see {@link MainPath}.
 *
 * @param patterns empty means all
 */
public record LayerChoice(List<String> patterns) {
    /** Stands for the convolutions of the main path. */
    public static final String PAPER_SET = "paper-set";

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
            List<String> matches = matching(pattern, names, network);
            if (matches.isEmpty()) {
                throw new SpecException("layers", pattern, "among " + String.join(", ", names));
            }
            chosen.addAll(matches);
        }
        return names.stream().filter(chosen::contains).toList();
    }

    private static List<String> matching(String pattern, List<String> names, Network network) {
        if (pattern.equals(PAPER_SET)) {
            return MainPath.of(network);
        }
        // as layers' names are: choices of older versions have the characters themselves
        String plain = PlainText.of(pattern);
        Pattern regex = Pattern.compile(Pattern.quote(plain).replace("*", "\\E.*\\Q"));
        return names.stream().filter(name -> regex.matcher(name).matches()).toList();
    }
}
