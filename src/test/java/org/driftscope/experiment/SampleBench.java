package org.driftscope.experiment;

import java.util.List;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.network.AnalogLayer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The bundled sample with 20 of its images, open for the tests of a class. */
final class SampleBench implements BeforeAllCallback, AfterAllCallback {
    private static final int IMAGES = 20;
    private static final int THREADS = 2;

    private Workbench bench;

    Workbench bench() {
        return bench;
    }

    /** Names of all layers. */
    List<String> layers() {
        return bench.network().analogLayers().stream().map(AnalogLayer::name).toList();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        bench = BundledSample.find().withLimit(IMAGES).open(THREADS).workbench();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bench.close();
    }
}
