package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Map;

/** A running {@link OwnerMain}. */
final class OwnerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private OwnerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static OwnerProcess of(Path home) throws IOException {
        return of(home.toString());
    }

    static OwnerProcess of(String home) throws IOException {
        return of(home, Map.of());
    }

    static OwnerProcess of(String home, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path", ""),
                OwnerMain.class.getName(),
                URLEncoder.encode(home, UTF_8));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new OwnerProcess(
                builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** {@code STARTED <url> <ms>}, or {@code REFUSED <message>}. */
    String answer() throws IOException {
        return String.valueOf(output.readLine());
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** SIGKILL on POSIX. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The orderly end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        output.close();
    }
}
