package org.driftscope.figure.export;

import java.util.Map;
import java.util.stream.Collectors;

/** Provenance as text for formats that have one field for it. */
final class ProvenanceText {
    static final String SOFTWARE = "Driftscope";

    private ProvenanceText() {}

    /** "name: value" pairs, separated by "; ". */
    static String line(Map<String, String> provenance) {
        return provenance.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
