package org.driftscope.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;

/** No package holds more than a number of files. */
final class SmallPackages extends ArchCondition<JavaClass> {
    private final int most;
    private final Map<String, Integer> files = new TreeMap<>();

    SmallPackages(int most) {
        super("lie in a package of at most " + most + " files");
        this.most = most;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (files.merge(type.getPackageName(), 1, Integer::sum) == most + 1) {
            events.add(
                    SimpleConditionEvent.violated(type, type.getPackageName() + " holds more than " + most + " files"));
        }
    }
}
