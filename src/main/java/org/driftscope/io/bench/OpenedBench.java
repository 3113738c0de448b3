package org.driftscope.io.bench;

import java.util.List;
import org.driftscope.experiment.Workbench;

/**
 * A workbench and what the user should know about how its files were read.
 *
 * @param workbench closed with this
 * @param notes sentences: which preprocessing was taken and why, overlaps, conversions
 */
public record OpenedBench(Workbench workbench, List<String> notes) implements AutoCloseable {
    public OpenedBench {
        notes = List.copyOf(notes);
    }

    @Override
    public void close() {
        workbench.close();
    }
}
