package org.driftscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms, the arrows between them, and the rules that hold them, for a given root package. */
final class Rooms {
    /** What each room may import; see src/docs/architecture.md. */
    static final Map<String, List<String>> ARROWS = arrows();

    /** Rooms that only some builds compile. */
    static final Set<String> IN_SOME_BUILDS = Set.of("cluster");

    private Rooms() {}

    private static Map<String, List<String>> arrows() {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        arrows.put("support", List.of());
        arrows.put("algebra", List.of("support"));
        arrows.put("device", List.of("support"));
        arrows.put("crossbar", List.of("device", "algebra", "support"));
        arrows.put("network", List.of("crossbar", "device", "support"));
        arrows.put("adapter", List.of("network", "crossbar", "support"));
        arrows.put("data", List.of("support"));
        arrows.put("calibration", List.of("algebra", "adapter", "network", "data", "crossbar", "device", "support"));
        arrows.put("evaluation", List.of("network", "data", "crossbar", "support"));
        arrows.put("cost", List.of("adapter", "network", "crossbar", "support"));
        arrows.put("training", List.of("network", "data", "crossbar", "support"));
        List<String> core = List.of(
                "cost",
                "training",
                "calibration",
                "evaluation",
                "adapter",
                "data",
                "network",
                "crossbar",
                "device",
                "algebra",
                "support");
        arrows.put("experiment", core);
        arrows.put("io", plus(core, "experiment"));
        arrows.put("figure", List.of("support"));
        arrows.put("sample", plus(core, "experiment", "io"));
        arrows.put("report", plus(core, "experiment", "io", "figure"));
        arrows.put("cli", plus(core, "experiment", "io", "figure", "report", "sample"));
        arrows.put("cluster", List.of("experiment", "io", "cli", "support"));
        arrows.put("ui", plus(core, "experiment", "io", "figure", "report"));
        return arrows;
    }

    private static List<String> plus(List<String> rooms, String... more) {
        List<String> all = new ArrayList<>(rooms);
        all.addAll(List.of(more));
        return all;
    }

    /** A rule a room: it imports only what its arrows allow. */
    static List<ArchRule> arrowRules(String root) {
        List<ArchRule> rules = new ArrayList<>();
        ARROWS.forEach((room, allowed) -> rules.add(classes()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .onlyDependOnClassesThat(withinOrOutside(root, room, allowed))
                .because("arrows point one way: " + room + " may import " + allowed)
                .allowEmptyShould(true)));
        return rules;
    }

    private static DescribedPredicate<JavaClass> withinOrOutside(String root, String room, List<String> allowed) {
        return DescribedPredicate.describe("are in " + room + ", in " + allowed + " or not Driftscope's", target -> {
            String name = target.getPackageName();
            if (!name.startsWith(root + ".")) {
                return !name.equals(root);
            }
            String first = name.substring(root.length() + 1).split("\\.", 2)[0];
            return first.equals(room) || allowed.contains(first) || !ARROWS.containsKey(first);
        });
    }

    static ArchRule noJavaFxOutsideUi(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".ui..", root)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..")
                .because("the core runs without a display");
    }

    /** A library that one room alone knows. @param library its packages */
    static ArchRule knownToAlone(String root, String room, String... library) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .because("what only some machines have is known in " + room + " alone");
    }

    static ArchRule arraysStayInside(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".support..",
                        root + ".device..",
                        root + ".data..",
                        root + ".cost..",
                        root + ".io..",
                        root + ".figure..",
                        root + ".cli..",
                        root + ".ui..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.nd4j.linalg.api.ndarray.INDArray")
                .because("arrays leave the simulator as plain snapshots");
    }

    /** Rooms of {@code ui} that are no panels: they hold the window together, or serve every panel. */
    private static final Set<String> NO_PANELS =
            Set.of("main", "files", "explorer", "workspace", "session", "state", "control", "task", "theme");

    static ArchRule panelsMeetInMain(String root) {
        return slices().matching(root + ".ui.(*)..")
                .namingSlices("panel $1")
                .that(DescribedPredicate.describe(
                        "are panels", (Slice slice) -> !NO_PANELS.contains(slice.getNamePart(1))))
                .should()
                .notDependOnEachOther()
                .because("one panel never imports another; they meet in the rooms that hold the window together");
    }

    /** Texts with digits in them come out the same on every machine: files are read back, and the window is in English. */
    static ArchRule oneLocale(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .because("a locale that is not named is the machine's, with digits and letters of its own");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..")
                .namingSlices("room $1")
                .should()
                .beFreeOfCycles()
                .because("a room that reaches back cannot be understood alone");
    }

    /** Packages within a room form no circle either. */
    static ArchRule noCyclesWithinRooms(String root) {
        return slices().matching(root + ".(**)")
                .namingSlices("package $1")
                .should()
                .beFreeOfCycles()
                .because("a package that reaches back cannot be understood alone");
    }

    /** Every class lies in a room of the list, so that no room grows beside the rules. */
    static ArchRule everyRoomIsListed(String root) {
        String[] listed =
                ARROWS.keySet().stream().map(room -> root + "." + room + "..").toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .should()
                .resideInAnyPackage(listed)
                .because("a new room is listed with its arrows");
    }

    /** What a search by name finds is one thing. */
    static ArchRule oneClassAName(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(new OneClassAName())
                .because("a reader who searches for a name finds one class");
    }

    /** @param most files a package may hold */
    static ArchRule smallPackages(String root, int most) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .should(new SmallPackages(most))
                .because("a room with more is two rooms");
    }
}
