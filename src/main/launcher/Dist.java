import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Packages Driftscope with a Java of its own for the system it runs on; {@code mvn -Pdist package} runs it after the
 * folder with launchers, jars and sample is there. Linux: an archive, and a Debian package where dpkg-deb is found. macOS:
 * an archive of the application, and a disk image. Windows: a zip of the application, and an installer where WiX is found.
 * Prints sizes, and writes SHA-256 checksums.
 */
final class Dist {
    /** Java SE, and what logging, JavaFX and ND4J need beside it. */
    private static final String MODULES =
            "java.se,jdk.unsupported,jdk.zipfs,jdk.management,jdk.localedata,jdk.charsets,jdk.accessibility";

    private static final String ABOUT = "See conductance drift in RRAM crossbars, and calibrate it away";
    /** As the launchers start the window. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:MaxRAMPercentage=40", "-XX:+UseParallelGC", "-Xms512m", "-Xmn160m", "-XX:-UseAdaptiveSizePolicy",
            "-Dsample.data=$APPDIR/sample-data");

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private final Path program;
    private final Path sources;
    private final Path out;
    private final String version;
    private final String system;

    private Dist(Path base, String version) {
        this.program = base.resolve("target/driftscope");
        this.sources = base.resolve("src/main");
        this.out = base.resolve("target/dist");
        this.version = version;
        this.system = system() + "-" + System.getProperty("os.arch").replace("amd64", "x86_64");
    }

    /** @param args the project's folder, and its version */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Dist(Path.of(args[0]), args[1].replace("-SNAPSHOT", "")).run();
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? "windows" : name.contains("mac") ? "macos" : "linux";
    }

    private void run() throws IOException, InterruptedException {
        delete(out);
        Files.createDirectories(out);
        Path work = Files.createDirectories(out.resolve("work"));
        Path runtime = work.resolve("runtime");
        tool("jlink", "--add-modules", MODULES, "--strip-debug", "--no-man-pages", "--no-header-files", "--compress=2",
                "--output", runtime.toString());
        switch (system()) {
            case "linux" -> linux(work, runtime);
            case "macos" -> macos(work, runtime);
            default -> windows(work, runtime);
        }
        delete(work);
        sums();
    }

    private void linux(Path work, Path runtime) throws IOException, InterruptedException {
        Path image = work.resolve("driftscope-" + version);
        copy(program, image);
        Files.move(runtime, image.resolve("runtime"));
        Path archive = out.resolve("driftscope-" + version + "-" + system + ".tar.gz");
        command("tar", "--owner=0", "--group=0", "-C", work.toString(), "-czf", archive.toString(),
                image.getFileName().toString());
        if (isThere("dpkg-deb")) {
            debian(work, image);
        } else {
            System.out.println("No dpkg-deb here, so no Debian package.");
        }
    }

    /** What belongs where on Debian; its own triggers then tell menus and file managers. */
    private void debian(Path work, Path image) throws IOException, InterruptedException {
        Path root = Files.createDirectories(work.resolve("deb"));
        Path share = root.resolve("usr/share");
        Path home = root.resolve("opt/driftscope");
        Files.createDirectories(home.getParent());
        Files.move(image, home);
        put(sources.resolve("launcher/linux/driftscope.desktop"), share.resolve("applications/driftscope.desktop"));
        put(sources.resolve("launcher/linux/driftscope.xml"), share.resolve("mime/packages/driftscope.xml"));
        put(sources.resolve("../../LICENSE"), share.resolve("doc/driftscope/copyright"));
        for (int size : ICON_SIZES) {
            put(icon(size), share.resolve("icons/hicolor/" + size + "x" + size + "/apps/driftscope.png"));
        }
        Path command = root.resolve("usr/bin/driftscope");
        Files.createDirectories(command.getParent());
        Files.createSymbolicLink(command, Path.of("/opt/driftscope/bin/driftscope"));
        String arch = system.endsWith("x86_64") ? "amd64" : "arm64";
        Path control = Files.createDirectories(root.resolve("DEBIAN")).resolve("control");
        Files.writeString(control, Files.readString(sources.resolve("launcher/linux/control")).formatted(
                version, arch, size(root) / 1024, ABOUT));
        Path file = out.resolve("driftscope_" + version + "_" + arch + ".deb");
        command("dpkg-deb", "--root-owner-group", "-Zgzip", "-z6", "--build", root.toString(), file.toString());
    }

    private void macos(Path work, Path runtime) throws IOException, InterruptedException {
        Path icon = Files.write(work.resolve("driftscope.icns"), icns());
        jpackage("app-image", runtime, icon, work, List.of());
        Path archive = out.resolve("driftscope-" + version + "-" + system + ".tar.gz");
        command("tar", "-C", work.toString(), "-czf", archive.toString(), "Driftscope.app");
        jpackage("dmg", runtime, icon, out, associations(work));
    }

    private void windows(Path work, Path runtime) throws IOException, InterruptedException {
        Path icon = Files.write(work.resolve("driftscope.ico"), ico());
        jpackage("app-image", runtime, icon, work, List.of());
        Path archive = out.resolve("driftscope-" + version + "-" + system + ".zip");
        command("tar", "-C", work.toString(), "-a", "-c", "-f", archive.toString(), "Driftscope");
        if (isThere("candle") || isThere("wix")) {
            List<String> options = new ArrayList<>(associations(work));
            options.addAll(List.of("--win-menu", "--win-dir-chooser", "--win-per-user-install"));
            jpackage("msi", runtime, icon, out, options);
        } else {
            System.out.println("No WiX here, so no installer.");
        }
    }

    /** The application as these systems have them, with a native launcher. */
    private void jpackage(String type, Path runtime, Path icon, Path to, List<String> options) throws IOException {
        Path jar;
        try (Stream<Path> jars = Files.list(program.resolve("lib"))) {
            jar = jars.filter(path -> path.getFileName().toString().matches("driftscope-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> line = new ArrayList<>(List.of(
                "--type", type, "--name", "Driftscope", "--app-version", version, "--description", ABOUT,
                "--vendor", "Driftscope", "--icon", icon.toString(), "--runtime-image", runtime.toString(),
                "--input", program.toString(), "--main-jar", "lib/" + jar.getFileName(),
                "--main-class", "org.driftscope.Main", "--dest", to.toString()));
        for (String option : JVM_OPTIONS) {
            line.addAll(List.of("--java-options", option));
        }
        line.addAll(options);
        tool("jpackage", line.toArray(String[]::new));
    }

    /** Options that give the application its kinds of files; jpackage takes them for installers alone. */
    private static List<String> associations(Path work) throws IOException {
        List<String> options = new ArrayList<>();
        Map<String, String> kinds = new TreeMap<>(Map.of("driftscope", "Driftscope session", "onnx", "ONNX model"));
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            Path file = work.resolve(kind.getKey() + ".properties");
            Files.writeString(file, "extension=" + kind.getKey() + "\nmime-type=application/x-" + kind.getKey()
                    + "\ndescription=" + kind.getValue() + "\n");
            options.addAll(List.of("--file-associations", file.toString()));
        }
        return options;
    }

    private Path icon(int size) {
        return sources.resolve("resources/org/driftscope/ui/theme/icon-" + size + ".png");
    }

    /** Windows' container of icons: a directory of 16 bytes each, then the PNGs. */
    private byte[] ico() throws IOException {
        int[] sizes = {16, 32, 48, 256};
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int size : sizes) {
            byte[] png = Files.readAllBytes(icon(size));
            head.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(head.capacity() + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    /** Apple's container of icons: each a type, its length with these eight bytes, and the PNG. */
    private byte[] icns() throws IOException {
        Map<String, Integer> types = new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic09", 512));
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> type : types.entrySet()) {
            byte[] png = Files.readAllBytes(icon(type.getValue()));
            pictures.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
            pictures.write(ByteBuffer.allocate(4).putInt(8 + png.length).array());
            pictures.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write("icns".getBytes(StandardCharsets.US_ASCII));
        all.write(ByteBuffer.allocate(4).putInt(8 + pictures.size()).array());
        pictures.writeTo(all);
        return all.toByteArray();
    }

    private void sums() throws IOException {
        StringBuilder sums = new StringBuilder();
        List<Path> files;
        try (Stream<Path> made = Files.list(out)) {
            files = made.sorted().toList();
        }
        for (Path file : files) {
            sums.append(sha256(file)).append("  ").append(file.getFileName()).append('\n');
            System.out.printf(Locale.ROOT, "%s: %.0f MB%n", file, Files.size(file) / 1e6);
        }
        Files.writeString(out.resolve("SHA256SUMS"), sums);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tool(String name, String... args) {
        int exit = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This Java has no " + name + ". Use a full JDK."))
                .run(System.out, System.err, args);
        if (exit != 0) {
            throw new IllegalStateException(name + " failed with exit code " + exit);
        }
    }

    private static void command(String... line) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(line).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", line) + " failed with exit code " + exit);
        }
    }

    private static boolean isThere(String program) {
        String ending = system().equals("windows") ? ".exe" : "";
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program + ending)));
    }

    private static void put(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(path -> {
                        try {
                            return Files.size(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
