package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.testfx.util.WaitForAsyncUtils;

/** Prints the longest stall of the window during each test of a journey, and fails where it was too long. */
final class StallWatch implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    /** Ten times the longest stall on a quiet machine: a slow and busy one takes three times as long for the same. */
    private static final double LONGEST_STALL_MS = 3000;

    private static final long PATIENCE_MS = 30_000;

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        StallMeter meter = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, StallMeter::started);
        context.getStore(Namespace.create(StallWatch.class, context.getUniqueId()))
                .put(StallMeter.class, meter);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        StallMeter meter = context.getStore(Namespace.create(StallWatch.class, context.getUniqueId()))
                .get(StallMeter.class, StallMeter.class);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MS, meter::stop);
        String test = context.getRequiredTestClass().getSimpleName() + ", "
                + context.getRequiredTestMethod().getName();
        System.out.printf("%s: longest stall of the window %.0f ms %s%n", test, meter.longestMillis(), meter.where());
        if (context.getExecutionException().isEmpty()) {
            assertThat(meter.longestMillis())
                    .as("longest stall of the window in ms, in %s", test)
                    .isLessThan(LONGEST_STALL_MS);
        }
    }
}
