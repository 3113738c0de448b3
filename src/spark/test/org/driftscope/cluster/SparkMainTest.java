package org.driftscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparkMainTest {
    private static final String MASTER = "spark://host:7077";

    @Test
    void sweepsRunOnTheClusterThatSparkSubmitNames() {
        assertThat(SparkMain.withMaster(new String[] {"run", "a.yaml", "--out", "d"}, MASTER))
                .containsExactly("run", "a.yaml", "--out", "d", "--spark", MASTER);
        assertThat(SparkMain.withMaster(new String[] {"study", "rank"}, MASTER)).endsWith("--spark", MASTER);
    }

    @Test
    void anAddressThatIsGivenStaysAndOtherCommandsTakeNone() {
        String[] named = {"run", "a.yaml", "--spark", "local[2]"};
        assertThat(SparkMain.withMaster(named, MASTER)).isEqualTo(named);
        String[] equal = {"run", "a.yaml", "--spark=local[2]"};
        assertThat(SparkMain.withMaster(equal, MASTER)).isEqualTo(equal);
        String[] other = {"archive", "list"};
        assertThat(SparkMain.withMaster(other, MASTER)).isEqualTo(other);
        assertThat(SparkMain.withMaster(new String[0], MASTER)).isEmpty();
    }
}
