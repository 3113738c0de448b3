package org.driftscope.experiment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.statistics.OutputFisher;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.SpecException;

/** Factory statistics that were read from files, by the files' sha256. */
final class OpenedStatistics {
    private final Map<String, FactoryStatistics> bySha256 = new ConcurrentHashMap<>();

    void add(String sha256, FactoryStatistics read) {
        bySha256.put(sha256, read);
    }

    void addAll(OpenedStatistics others) {
        bySha256.putAll(others.bySha256);
    }

    /** Those that settings name. @throws SpecException if their file was not opened */
    FactoryStatistics of(MethodSettings settings) {
        FactoryStatistics read = bySha256.get(settings.statistics());
        if (read == null) {
            throw new SpecException(
                    "statistics",
                    "the file with sha256 " + settings.statistics(),
                    "a file that was opened with this model");
        }
        return read;
    }

    /** The output Fisher matrices among them. @throws DriftscopeException if there are none */
    Map<String, OutputFisher> fisherOf(MethodSettings settings) {
        Map<String, OutputFisher> matrices = of(settings).fisher();
        if (matrices.isEmpty()) {
            throw new DriftscopeException(
                    "The factory statistics hold no output Fisher, which allocated, sparse and the"
                            + " most affected layers need. Choose another method, or calibration images.");
        }
        return matrices;
    }
}
