package org.driftscope.cli.option;

import org.driftscope.evaluation.Spread;
import org.driftscope.support.EnumWords;
import picocli.CommandLine.Option;

/** What the bars of a study's figure are, and what follows "±" in its tables. */
public final class BarsOption {
    @Option(
            names = "--bars",
            paramLabel = "NAME",
            description = "Bars over chips: standard-deviation (default) or interval-95, that of the mean.")
    String bars = "standard-deviation";

    public Spread spread() {
        return EnumWords.parse("--bars", Spread.class, bars);
    }
}
