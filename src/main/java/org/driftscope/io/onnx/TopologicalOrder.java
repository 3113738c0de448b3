package org.driftscope.io.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftscope.network.Node;
import org.driftscope.support.ModelFormatException;

/** Orders nodes so that each comes after those it needs (Kahn 1962), keeping the file's order where that is free. */
final class TopologicalOrder {
    private final String file;
    private final List<Node> nodes;
    private final Map<String, Integer> producers = new HashMap<>();

    private TopologicalOrder(String file, List<Node> nodes) {
        this.file = file;
        this.nodes = nodes;
    }

    /**
     * @param file for messages
     * @param given names of inputs and constants
     * @param outputs names that the graph must produce
     * @return the same nodes, sorted
     * @throws ModelFormatException if a value is defined twice, is missing, or depends on itself
     */
    static List<Node> sort(String file, List<Node> nodes, Set<String> given, List<String> outputs) {
        TopologicalOrder order = new TopologicalOrder(file, nodes);
        order.indexProducers(given);
        order.requireAllValues(given, outputs);
        return order.sorted();
    }

    private void indexProducers(Set<String> given) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).outputs().stream().allMatch(String::isEmpty)) {
                throw new ModelFormatException(file + ": node '" + nodes.get(i).name()
                        + "' has no output. The graph is damaged: export the model again.");
            }
            for (String output : nodes.get(i).outputs()) {
                if (output.isEmpty()) {
                    continue;
                }
                if (given.contains(output) || producers.put(output, i) != null) {
                    throw new ModelFormatException(
                            file + " defines the value '" + output + "' twice, the second time in" + " node '"
                                    + nodes.get(i).name() + "'. The graph is damaged: export the model again.");
                }
            }
        }
    }

    private void requireAllValues(Set<String> given, List<String> outputs) {
        for (Node node : nodes) {
            for (String input : node.inputs()) {
                if (!input.isEmpty() && !given.contains(input) && !producers.containsKey(input)) {
                    throw new ModelFormatException(file + ": node '" + node.name() + "' (" + node.op()
                            + ") needs the value '" + input + "', which no node, input or initializer gives. The graph"
                            + " is incomplete: export the model again.");
                }
            }
        }
        for (String output : outputs) {
            if (!given.contains(output) && !producers.containsKey(output)) {
                throw new ModelFormatException(file + " promises the output '" + output
                        + "', which no node gives. The graph is incomplete: export the model again.");
            }
        }
    }

    private List<Node> sorted() {
        int[] waiting = new int[nodes.size()];
        Map<Integer, List<Integer>> followers = new HashMap<>();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < waiting.length; i++) {
            Set<Integer> needed = needs(i);
            waiting[i] = needed.size();
            for (int producer : needed) {
                followers.computeIfAbsent(producer, key -> new ArrayList<>()).add(i);
            }
            if (needed.isEmpty()) {
                ready.add(i);
            }
        }
        List<Node> sorted = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            int next = ready.remove();
            sorted.add(nodes.get(next));
            for (int follower : followers.getOrDefault(next, List.of())) {
                if (--waiting[follower] == 0) {
                    ready.add(follower);
                }
            }
        }
        if (sorted.size() < nodes.size()) {
            throw cycle(waiting);
        }
        return sorted;
    }

    private Set<Integer> needs(int index) {
        return nodes.get(index).inputs().stream()
                .filter(producers::containsKey)
                .map(producers::get)
                .collect(Collectors.toSet());
    }

    /** Walks from any node that never got ready to one it waits for, until a node comes up again. */
    private ModelFormatException cycle(int[] waiting) {
        int current = 0;
        while (waiting[current] == 0) {
            current++;
        }
        Set<Integer> path = new LinkedHashSet<>();
        while (path.add(current)) {
            current = needs(current).stream()
                    .filter(i -> waiting[i] > 0)
                    .min(Integer::compare)
                    .orElseThrow();
        }
        int start = current;
        String names = path.stream()
                .dropWhile(i -> i != start)
                .map(i -> "'" + nodes.get(i).name() + "'")
                .limit(8)
                .collect(Collectors.joining(", "));
        return new ModelFormatException(file + " has a cycle through the nodes " + names
                + ". Driftscope runs graphs without loops only: export the model again.");
    }
}
