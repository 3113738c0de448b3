package org.driftscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.driftscope.cli.command.ArgumentCheck;
import org.driftscope.cli.command.Interruptible;
import org.driftscope.cli.command.Interrupts;
import org.driftscope.cli.command.OptionWords;
import org.driftscope.cli.device.DeviceCommand;
import org.driftscope.cli.device.DevicesCommand;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.experiment.Provenance;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.MemoryLimits;
import org.driftscope.support.MemoryShortage;
import org.driftscope.support.PlainText;
import org.driftscope.support.SpecException;
import org.driftscope.support.UserHome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The root of the command line. */
@Command(
        name = "driftscope",
        mixinStandardHelpOptions = true,
        versionProvider = DriftscopeCli.Version.class,
        description = "Drift of analog AI hardware, and its calibration in a few SRAM parameters.",
        footer = {
            "",
            "Without a command the window opens, with any files that are named.",
            "Exit codes: 0 ok, 1 unexpected, 2 usage, 3 bad input, 4 cancelled,"
                    + " 5 some trials of a study were refused."
        })
public final class DriftscopeCli implements Runnable, Interruptible {
    private static final Logger LOG = LoggerFactory.getLogger(DriftscopeCli.class);

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            InspectCommand.class,
            EvaluateCommand.class,
            CalibrateCommand.class,
            StatisticsCommand.class,
            RunCommand.class,
            StudyCommand.class,
            ArchiveCommand.class,
            CostCommand.class,
            DevicesCommand.class,
            DeviceCommand.class,
            ChipCommand.class,
            ExportCommand.class,
            FigureCommand.class,
            VerifyCommand.class,
            MakeSampleCommand.class);

    @Option(
            names = "--largest-value",
            scope = ScopeType.INHERIT,
            paramLabel = "MB",
            description = "Most memory for one value of a network (default: 512).")
    void largestValue(int megabytes) {
        System.setProperty(ValueLimit.PROPERTY, Integer.toString(megabytes));
    }

    @Option(names = "--verbose", description = "With --version: also the memory that Driftscope may take.")
    boolean verbose;

    /** Stops whatever command is running. */
    private final CancelToken cancel = new CancelToken();

    /** Whether there is a command of that name. */
    public static boolean isCommand(String name) {
        return COMMANDS.stream().anyMatch(command -> isNamed(command, name));
    }

    private static boolean isNamed(Class<?> command, String name) {
        return command.getAnnotation(Command.class).name().equals(name);
    }

    /** The command line of the command that comes first, or of all: making the options of all of them takes a while. */
    private static CommandLine lineOf(DriftscopeCli root, String... args) {
        CommandLine line = new CommandLine(root);
        boolean one = args.length > 0 && isCommand(args[0]);
        COMMANDS.stream().filter(command -> !one || isNamed(command, args[0])).forEach(line::addSubcommand);
        tellVersion(line);
        return line;
    }

    private static void tellVersion(CommandLine line) {
        line.getSubcommands().values().forEach(command -> {
            command.getCommandSpec().versionProvider(new Version());
            tellVersion(command);
        });
    }

    @Override
    public CancelToken cancel() {
        return cancel;
    }

    /** Runs a command line and gives its exit code. */
    public static int run(String[] args) {
        return run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }

    /** As {@link #run(String[])}, with the streams of the caller's choice. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        DriftscopeCli root = new DriftscopeCli();
        CommandLine line = lineOf(root, args);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((exception, given) -> {
            Throwable cause = exception.getCause();
            // a file that was opened and refused: no other wording of the command would help
            return cause instanceof DriftscopeException && !(cause instanceof SpecException)
                    ? report(cause, root.cancel, err)
                    : misused(exception, err);
        });
        line.setExecutionStrategy(parsed -> ArgumentCheck.refusal(parsed)
                .map(sentence -> {
                    err.println("driftscope: " + PlainText.lines(sentence));
                    return ExitCodes.BAD_INPUT;
                })
                .orElseGet(() -> new RunLast().execute(parsed)));
        line.setExecutionExceptionHandler((exception, command, parsed) -> exception instanceof SpecException refused
                ? refused(refused, command)
                : report(exception, root.cancel, command.getErr()));
        return Interrupts.cancellable(root.cancel, () -> {
            try {
                return line.execute(args);
            } catch (OutOfMemoryError e) {
                return report(e, root.cancel, err);
            }
        });
    }

    /** A setting out of range, under the name of the option that it was given by. */
    private static int refused(SpecException refused, CommandLine command) {
        LOG.info("refused", refused);
        command.getErr().println("driftscope: " + PlainText.lines(OptionWords.of(refused, command.getCommandSpec())));
        return ExitCodes.BAD_INPUT;
    }

    /** What is wrong and where help is; not all of the help, above which nobody would see it. */
    private static int misused(ParameterException exception, PrintWriter err) {
        CommandLine command = exception.getCommandLine();
        err.println("driftscope: " + OptionWords.of(exception));
        if (!(exception instanceof UnmatchedArgumentException other)
                || !OptionWords.isWindow(other, command.getCommandSpec())
                        && !OptionWords.isFile(other, command.getCommandSpec())) {
            UnmatchedArgumentException.printSuggestions(exception, err);
        }
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCodes.USAGE;
    }

    /** One sentence for the user; the log keeps the rest. */
    static int report(Throwable exception, CancelToken cancel, PrintWriter err) {
        // while the process ends, libraries that want to hear of its end fail in ways of their own
        boolean ending = exception instanceof IllegalStateException && cancel.isCancelled();
        if (exception instanceof CancellationException || ending) {
            err.println("Cancelled.");
            return ExitCodes.CANCELLED;
        }
        if (exception instanceof DriftscopeException known) {
            LOG.info("refused", known);
            err.println("driftscope: " + PlainText.lines(known.userMessage()));
            return ExitCodes.BAD_INPUT;
        }
        Optional<DriftscopeException> shortage = MemoryShortage.in(exception);
        if (shortage.isPresent()) {
            LOG.error("out of memory", exception);
            err.println("driftscope: " + shortage.get().userMessage());
            return ExitCodes.BAD_INPUT;
        }
        LOG.error("unexpected", exception);
        err.println("driftscope: something went wrong that should not have: " + exception + ". The log file in "
                + UserHome.logs() + " has the details.");
        return ExitCodes.UNEXPECTED;
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** The version that was built. */
    static final class Version implements IVersionProvider {
        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public String[] getVersion() {
            String version = "Driftscope " + Provenance.buildVersion();
            boolean verbose = spec != null && spec.root().userObject() instanceof DriftscopeCli root && root.verbose;
            return verbose ? new String[] {version, MemoryLimits.here().describe()} : new String[] {version};
        }
    }
}
