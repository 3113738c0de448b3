package org.driftscope.toy;

import java.util.List;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumn.Form;
import org.driftscope.support.extension.Extension;

/** One toy for each list of the program. */
public final class ToyExtension implements Extension {
    /** How many layers were fitted. */
    private static final TrialColumn COLUMN =
            new TrialColumn("toyLayers", "Toy layers", Form.COUNT, true, result -> result.layers()
                    .size());

    @Override
    public List<?> entries(Class<?> kind) {
        return kind == TrialColumn.class ? List.of(COLUMN) : List.of();
    }
}
