package org.driftscope.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;

/** No two of the classes share a simple name. */
final class OneClassAName extends ArchCondition<JavaClass> {
    private final Map<String, JavaClass> known = new HashMap<>();

    OneClassAName() {
        super("have a simple name of their own");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        JavaClass other = known.putIfAbsent(type.getSimpleName(), type);
        if (other != null) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " is called as " + other.getName()));
        }
    }
}
