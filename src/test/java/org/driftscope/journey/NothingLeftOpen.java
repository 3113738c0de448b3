package org.driftscope.journey;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes the windows that a journey has opened, also where it failed halfway: the next one finds its own alone. */
final class NothingLeftOpen implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        ExplorerWindow.closeAll();
    }
}
