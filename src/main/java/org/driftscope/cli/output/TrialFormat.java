package org.driftscope.cli.output;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.report.archive.TrialCsv;
import org.driftscope.report.archive.TrialParquet;
import org.driftscope.report.archive.TrialSource;
import org.driftscope.support.AtomicFiles;

/** What trials are written as, each one after the other. */
public enum TrialFormat {
    CSV {
        @Override
        public void write(TrialSource trials, Path target) {
            TrialCsv.write(trials, target);
        }
    },
    JSON {
        @Override
        public void write(TrialSource trials, Path target) {
            AtomicFiles.write(target, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                Json.<ArchivedTrial>array(writer, trials::each);
                writer.flush();
            });
        }
    },
    PARQUET {
        @Override
        public void write(TrialSource trials, Path target) {
            TrialParquet.write(trials, target);
        }
    };

    /** Whole or not at all. @throws org.driftscope.support.DriftscopeException if it cannot be written */
    public abstract void write(TrialSource trials, Path target);

    /** By the ending of a file's name; CSV where it says nothing. */
    public static TrialFormat of(Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format))
                .findFirst()
                .orElse(CSV);
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
