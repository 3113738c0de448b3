package org.driftscope;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Says at the end of a run how many tests found no data to work on, and what they looked for: a green run without them means
 * less. JUnit finds it by its entry in META-INF/services.
 */
public final class SkippedTests implements InvocationInterceptor, BeforeAllCallback {
    /** Nobody reads a longer reason to its end. */
    private static final int LONGEST = 120;

    private final Map<String, Integer> reasons = new ConcurrentSkipListMap<>();

    /** One line for people; empty where nothing was skipped. @param reasons with the number of tests each */
    static String line(Map<String, Integer> reasons) {
        int all = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? ""
                : reasons.entrySet().stream()
                        .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
                        .collect(Collectors.joining(
                                ", ", "Skipped tests: " + all + ": ", ". See .github/CONTRIBUTING.md."));
    }

    /** What an assumption says, without details after a colon, which differ from test to test. */
    static String reason(String message) {
        String text = message.replaceFirst("^Assumption failed: ", "").replaceFirst("(?s)(: |\\R).*", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The first class of a run asks for the line after the last. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(SkippedTests.class))
                .getOrComputeIfAbsent("line", key -> new EndOfRun(reasons));
    }

    /** JUnit closes it after the last class. */
    private record EndOfRun(Map<String, Integer> reasons) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            String line = line(reasons);
            if (!line.isEmpty()) {
                System.out.println(line);
            }
        }
    }

    private <T> T counting(Invocation<T> invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (TestAbortedException e) {
            reasons.merge(reason(String.valueOf(e.getMessage())), 1, Integer::sum);
            throw e;
        }
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counting(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counting(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counting(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        counting(invocation);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return counting(invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        counting(invocation);
    }
}
