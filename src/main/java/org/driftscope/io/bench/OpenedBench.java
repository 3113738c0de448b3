package org.driftscope.io.bench;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.safetensors.StatisticsFile;

/**
 * A workbench and what the user should know about how its files were read.
 *
 * @param workbench closed with this
 * @param notes sentences: which preprocessing was taken and why, overlaps, conversions
 * @param statistics files of factory statistics that it can use
 * @param preprocessing how its images are prepared, and why so
 */
public record OpenedBench(
        Workbench workbench, List<String> notes, List<StatisticsFile> statistics, PreprocessingProposal preprocessing)
        implements AutoCloseable {
    public OpenedBench {
        notes = List.copyOf(notes);
        statistics = List.copyOf(statistics);
    }

    /** Reads files of statistics as well; a bench that one of them does not fit is closed. */
    public static OpenedBench with(
            Workbench bench,
            List<String> notes,
            List<StatisticsChoice> statistics,
            PreprocessingProposal preprocessing) {
        List<String> all = new ArrayList<>(notes);
        List<StatisticsFile> read = new ArrayList<>();
        try {
            for (StatisticsChoice choice : statistics) {
                StatisticsFile file = choice.addTo(bench);
                read.add(file);
                StatisticsChoice.overlap(file.statistics(), bench.evaluationImages())
                        .ifPresent(all::add);
            }
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
        return new OpenedBench(bench, all, read, preprocessing);
    }

    @Override
    public void close() {
        workbench.close();
    }
}
