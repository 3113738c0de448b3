package org.driftscope.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A standalone cluster of a master and two workers with a core each, as processes of this machine, and its drivers. */
final class SparkProcesses implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final Path home;
    private final List<Process> started = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private String master = "";

    /** @param folder for logs and work; beside the build's list of jars a Spark installation is made of them */
    SparkProcesses(Path folder) throws IOException {
        this.folder = folder;
        Path list = Path.of(System.getProperty("spark.classpath"));
        this.home = list.resolveSibling("spark-home");
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String jar : Files.readString(list).strip().split(File.pathSeparator)) {
            link(Path.of(jar), jars.resolve(Path.of(jar).getFileName().toString()));
        }
    }

    private static void link(Path jar, Path link) throws IOException {
        Files.deleteIfExists(link);
        try {
            Files.createSymbolicLink(link, jar);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(jar, link);
        }
    }

    /** Starts master and workers and waits until they know each other. */
    void start() throws Exception {
        startMaster();
        for (int i = 0; i < 2; i++) {
            startWorker();
        }
    }

    /** Starts a master and waits until it has its address. */
    void startMaster() throws Exception {
        Path log = folder.resolve("master.log");
        Process process = java(
                log,
                256,
                List.of(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "0",
                "--webui-port",
                "0");
        awaitThat("the master says its address", () -> !address(log).isEmpty(), process);
        master = address(log);
    }

    /** Waits until a driver is known to the master, so that it has opened its own files. */
    void awaitDriver(Process driver) throws InterruptedException {
        awaitThat(
                "a driver is registered",
                () -> text(folder.resolve("master.log")).contains("Registered app "),
                driver);
    }

    private static String address(Path log) {
        return text(log)
                .lines()
                .filter(line -> line.contains("Starting Spark master at "))
                .map(line ->
                        line.replaceFirst(".*Starting Spark master at ", "").strip())
                .findFirst()
                .orElse("");
    }

    /** One more worker. */
    void startWorker() throws Exception {
        Path log = folder.resolve("worker" + started.size() + ".log");
        Process worker = java(
                log,
                256,
                List.of(),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                HOST,
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve("work").toString(),
                master);
        workers.add(worker);
        awaitThat("a worker is registered", () -> text(log).contains("Successfully registered with master"), worker);
    }

    /** Starts a driver as {@code spark-submit} does. @param options of {@code spark-submit} */
    Process driver(Path log, List<String> options, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--master", master, "--class", SparkMain.class.getName()));
        // short lives: compiled quickly
        all.addAll(List.of("--conf", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1"));
        all.addAll(options);
        all.add(System.getProperty("spark.jar"));
        all.addAll(List.of(arguments));
        return java(
                log,
                1024,
                List.of(
                        "-Dsample.data=" + System.getProperty("sample.data"),
                        "-Ddriftscope.home=" + folder.resolve("home")),
                "org.apache.spark.deploy.SparkSubmit",
                all.toArray(String[]::new));
    }

    /** The executors that run now: a worker's only children. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .filter(Process::isAlive)
                .flatMap(Process::children)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    List<Process> workers() {
        return workers.stream().filter(Process::isAlive).toList();
    }

    private Process java(Path log, int heapMb, List<String> options, String main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heapMb + "m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + "/*", main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** Waits as long as a slow machine may take. @param alive a process that the condition needs */
    static void awaitThat(String what, BooleanSupplier condition, Process alive) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!alive.isAlive() && !condition.getAsBoolean()) {
                throw new AssertionError("a process ended before " + what);
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to pass that " + what);
            }
            Thread.sleep(50);
        }
    }

    /** Waits for a process's end. @return its exit code */
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("a process did not end");
        }
        return process.exitValue();
    }

    static String text(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = started.stream()
                .filter(Process::isAlive)
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (Process process : started) {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
