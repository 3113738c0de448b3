package org.driftscope.cli.option;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.support.SpecException;
import picocli.CommandLine.Option;

/** What is around the cells: one option for the whole list of settings. */
final class CircuitOption {
    @Option(
            names = "--circuit",
            split = ",",
            paramLabel = "NAME=VALUE",
            completionCandidates = Names.class,
            description = "What is around the cells, ideal by default: ${COMPLETION-CANDIDATES}.")
    Map<String, String> values = new LinkedHashMap<>();

    /** @param otherwise what it is where nothing is said */
    CircuitSpec spec(CircuitSpec otherwise) {
        CircuitSpec circuit = otherwise;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            CircuitSetting setting = CircuitSettings.named(entry.getKey());
            circuit = circuit.with(setting, value(setting, entry.getValue()));
        }
        return circuit;
    }

    private static double value(CircuitSetting setting, String word) {
        if (setting.isSwitch() && (word.equals("true") || word.equals("false"))) {
            return word.equals("true") ? 1 : 0;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new SpecException("--circuit " + setting.option(), word, setting.allowed());
        }
    }

    /** Each setting with what it takes. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return CircuitSettings.all().stream()
                    .map(setting -> setting.option() + " (" + setting.allowed() + ")")
                    .toList()
                    .iterator();
        }
    }
}
