package org.driftscope.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the import arrows over the whole root, and shows each kind of rule failing on a planted violation. */
class ArchitectureTest {
    private static final String ROOT = "org.driftscope";
    private static final String PLANTED = "org.driftscope.architecture.planted";

    private static final int MOST_FILES = 25;

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void theWholeRootIsLookedAt() {
        assertThat(PRODUCT.size()).isGreaterThan(100);
        for (String room : Rooms.ARROWS.keySet()) {
            boolean found =
                    PRODUCT.stream().anyMatch(type -> type.getPackageName().startsWith(ROOT + "." + room));
            assertThat(found || Rooms.IN_SOME_BUILDS.contains(room))
                    .as("room %s holds classes", room)
                    .isTrue();
        }
    }

    @Test
    void roomsImportOnlyWhatTheirArrowsAllow() {
        Rooms.arrowRules(ROOT).forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void theCoreKnowsNoJavaFx() {
        Rooms.noJavaFxOutsideUi(ROOT).check(PRODUCT);
    }

    @Test
    void theClusterAloneKnowsSpark() {
        Rooms.knownToAlone(ROOT, "cluster", "org.apache.spark..", "scala..").check(PRODUCT);
    }

    @Test
    void arraysStayInTheSimulator() {
        Rooms.arraysStayInside(ROOT).check(PRODUCT);
    }

    @Test
    void roomsAndPanelsFormNoCycles() {
        Rooms.noCycles(ROOT).check(PRODUCT);
        Rooms.noCyclesWithinRooms(ROOT).check(PRODUCT);
        Rooms.panelsMeetInMain(ROOT).check(PRODUCT);
    }

    @Test
    void everyRoomIsListedSmallAndOfNamesOfItsOwn() {
        Rooms.everyRoomIsListed(ROOT).check(PRODUCT);
        Rooms.oneClassAName(ROOT).check(PRODUCT);
        Rooms.smallPackages(ROOT, MOST_FILES).check(PRODUCT);
    }

    @Test
    void textsNameTheirLocale() {
        Rooms.oneLocale(ROOT).check(PRODUCT);
    }

    /** Every room imports every other one here: each rule refuses what its arrows leave out, and nothing else. */
    @Test
    void eachArrowRuleFailsOnEachArrowThatIsNotThere(@TempDir Path folder) {
        List<String> rooms = List.copyOf(Rooms.ARROWS.keySet());
        JavaClasses planted = PlantedArrows.compiled(rooms, folder);
        List<ArchRule> rules = Rooms.arrowRules(PlantedArrows.ROOT);
        for (int i = 0; i < rooms.size(); i++) {
            String room = rooms.get(i);
            List<String> refused =
                    rules.get(i).evaluate(planted).getFailureReport().getDetails();
            for (String other : rooms) {
                boolean allowed = other.equals(room) || Rooms.ARROWS.get(room).contains(other);
                assertThat(refused.stream().anyMatch(line -> line.contains(PlantedArrows.name(room, other) + ".")))
                        .as("%s is kept from %s", room, other)
                        .isEqualTo(!allowed);
            }
            assertThat(refused).as("%s may import all but some", room).isNotEmpty();
        }
    }

    @Test
    void eachRuleFailsOnAPlantedViolation() {
        List<ArchRule> rules = List.of(
                Rooms.noJavaFxOutsideUi(PLANTED),
                Rooms.knownToAlone(PLANTED, "cluster", "javafx.."),
                Rooms.arraysStayInside(PLANTED),
                Rooms.oneLocale(PLANTED),
                Rooms.noCycles(PLANTED),
                Rooms.noCyclesWithinRooms(PLANTED),
                Rooms.everyRoomIsListed(PLANTED),
                Rooms.oneClassAName(PLANTED),
                Rooms.smallPackages(PLANTED, 0),
                Rooms.panelsMeetInMain(PLANTED));
        for (ArchRule rule : rules) {
            assertThatThrownBy(() -> rule.check(VIOLATIONS))
                    .as(rule.getDescription())
                    .isInstanceOf(AssertionError.class);
        }
    }
}
