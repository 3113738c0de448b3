package org.driftscope.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What produced a result; saved with every one.
 *
 * @param version of Driftscope
 * @param commit it was built from, or "unknown"
 * @param java runtime's version
 * @param os name and architecture
 * @param nd4j version
 * @param threads used
 * @param modelSha256 hex
 * @param imagesSha256 hex, evaluation set
 * @param calibrationSha256 hex, calibration set
 */
public record Provenance(
        String version,
        String commit,
        String java,
        String os,
        String nd4j,
        int threads,
        String modelSha256,
        String imagesSha256,
        String calibrationSha256) {

    /** Of a run on this machine. */
    public static Provenance of(Workbench workbench) {
        Properties build = build();
        return new Provenance(
                build.getProperty("version", "unknown"),
                build.getProperty("commit", "unknown"),
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                build.getProperty("nd4j", "unknown"),
                workbench.threads(),
                workbench.network().sha256(),
                workbench.evaluationImages().sha256(),
                workbench.calibrationImages().sha256());
    }

    /** This build's version. */
    public static String buildVersion() {
        return build().getProperty("version", "unknown");
    }

    /** The commit that this build was made from, or "unknown". */
    public static String buildCommit() {
        return build().getProperty("commit", "unknown");
    }

    /** The version of ND4J, or "unknown". */
    public static String nd4jVersion() {
        return build().getProperty("nd4j", "unknown");
    }

    private static Properties build() {
        Properties properties = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("/org/driftscope/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
