package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.driftscope.network.ValueShape;

/** Finds the cuts of a plan: after which steps a single value is all that later steps read. */
final class Cuts {
    private Cuts() {}

    static List<Cut> of(Plan plan) {
        List<Cut> cuts = new ArrayList<>();
        Set<Integer> live = new HashSet<>();
        // backwards: what is read after each step
        for (ValueShape output : plan.network().outputs()) {
            live.add(plan.slot(output.name()));
        }
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            Step step = plan.steps().get(i);
            if (live.size() == 1) {
                int slot = live.iterator().next();
                if (contains(step.outputs(), slot)) {
                    cuts.add(0, new Cut(i, slot, plan.valueName(slot)));
                }
            }
            for (int output : step.outputs()) {
                live.remove(output);
            }
            for (int input : step.inputs()) {
                if (input >= 0 && plan.constant(input) == null) {
                    live.add(input);
                }
            }
        }
        return List.copyOf(cuts);
    }

    private static boolean contains(int[] slots, int slot) {
        for (int candidate : slots) {
            if (candidate == slot) {
                return true;
            }
        }
        return false;
    }
}
