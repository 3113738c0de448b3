package org.driftscope.ui.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which stage of a network each layer belongs to, by the words of its name: "layer1" for "layer1.0.conv1" and for
 * "layer1_0_conv1_weight", "blocks.3" for "blocks.3.attn.qkv". Words that all names begin with say nothing and are passed
 * over.
 */
final class LayerStages {
    private final Map<String, String> stages = new LinkedHashMap<>();
    private final Map<String, String> shortNames = new LinkedHashMap<>();

    LayerStages(List<String> names) {
        boolean dotted = names.stream().anyMatch(name -> name.contains(".") || name.contains("/"));
        String separator = dotted ? "[./]" : "_";
        List<String[]> words = names.stream().map(name -> name.split(separator)).toList();
        int first = common(words, false);
        int last = common(words, true);
        for (int i = 0; i < names.size(); i++) {
            String[] own = words.get(i);
            int end = first + (isNumbered(own, first) ? 2 : 1);
            String name = names.get(i);
            String stage = String.join(dotted ? "." : "_", List.of(own).subList(first, end));
            List<String> rest = List.of(own).subList(end, Math.max(end, own.length - last));
            stages.put(name, stage);
            shortNames.put(name, rest.isEmpty() ? name : String.join(dotted ? "." : "_", rest));
        }
    }

    /** "blocks" alone names no stage where "blocks.0", "blocks.1" and so on are meant. */
    private static boolean isNumbered(String[] words, int first) {
        boolean hasNumber = Character.isDigit(words[first].charAt(words[first].length() - 1));
        return !hasNumber
                && first + 2 < words.length
                && !words[first + 1].isEmpty()
                && words[first + 1].chars().allMatch(Character::isDigit);
    }

    /** Words that all names begin or end with, leaving each at least one of its own. */
    private static int common(List<String[]> names, boolean fromEnd) {
        int count = 0;
        while (names.size() > 1) {
            List<String> there = new ArrayList<>();
            for (String[] words : names) {
                if (count + 1 >= words.length) {
                    return count;
                }
                there.add(words[fromEnd ? words.length - 1 - count : count]);
            }
            if (there.stream().distinct().count() > 1) {
                return count;
            }
            count++;
        }
        return count;
    }

    String stage(String name) {
        return stages.getOrDefault(name, name);
    }

    /** What is left of a name below its stage. */
    String shortName(String name) {
        return shortNames.getOrDefault(name, name);
    }
}
