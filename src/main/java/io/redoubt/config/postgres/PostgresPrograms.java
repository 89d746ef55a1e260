package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs initdb and pg_ctl, on Linux through {@code unshare -U} where PostgreSQL would refuse the user.
 *
 * <p>It refuses root, and initdb a user without a name. In a user namespace of its own it is "nobody", without any
 * privilege, yet the kernel still counts it as the owner of its files; so no second account, no change of owners. The
 * programs' output goes to a file, not to a pipe, because a server inherits it and would hold a pipe open. Variables such
 * as PGPORT that the operator set for psql must not steer our server.
 */
record PostgresPrograms(Path home, PostgresBinaries binaries) {
    private static final int LAST_LINES = 15;

    boolean run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (needsNamespace()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            // join keeps an interrupt for later: half a pg_ctl would leave a server nobody waits for
            return builder.start().onExit().join().exitValue() == 0;
        } catch (IOException e) {
            Files.writeString(output(), e.getMessage());
            return false;
        }
    }

    PostgresUnavailableException failure(String whatMustBe) throws IOException {
        String tool = lastLines(output());
        if (needsNamespace() && tool.contains("unshare")) {
            return new PostgresUnavailableException(
                    whatMustBe
                            + " But PostgreSQL runs neither as root nor as a user without a name, and this system does"
                            + " not let it run in a user namespace (unshare -U).",
                    "Maybe run Redoubt as an ordinary user, or allow user namespaces.");
        }
        return new PostgresUnavailableException(
                whatMustBe,
                "Maybe the last lines of " + output() + " and " + log() + " tell more:\n" + tool + "\n"
                        + lastLines(log()));
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    private Path output() {
        return home.resolve("postgres-tools.log");
    }

    /** On Linux the owner of this process: root, or a number that has no name, as in many containers. */
    private static boolean needsNamespace() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self)
                && (Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                        || Files.getOwner(self).getName().matches("\\d+"));
    }

    private static String lastLines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(file), UTF_8).lines().toList();
        Stream<String> last = lines.stream().skip(Math.max(0, lines.size() - LAST_LINES));
        return String.join("\n", last.toList());
    }
}
