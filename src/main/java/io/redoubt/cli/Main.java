package io.redoubt.cli;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line. Commands that need no service answer in about a second, because Quarkus starts for {@code serve}
 * only.
 */
@QuarkusMain
@Command(
        name = "redoubt",
        description = "Rates suppliers for the risk of losing intellectual property through them.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            RateCommand.class,
            PackCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        footer = {"", "Exit codes: 0 done, 1 the input was refused, 2 the command was not understood."})
public final class Main {
    static final int REFUSED = 1;

    public static void main(String... args) {
        quiet();
        System.exit(commandLine().execute(args.length == 0 ? new String[] {"help"} : args));
    }

    /**
     * Before Quarkus has configured it, the log manager lets every message through, and Drools then makes a log record
     * of every firing: measured, that is five times the cost of the firing itself.
     */
    private static void quiet() {
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    command.getErr().println(command.getColorScheme().errorText(String.valueOf(e.getMessage())));
                    return REFUSED;
                });
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"redoubt " + (version == null ? "(development)" : version)};
        }
    }
}
