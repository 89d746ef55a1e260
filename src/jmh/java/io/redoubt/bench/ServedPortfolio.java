package io.redoubt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process, on a database and a port of its own, with copies of the demo portfolio. */
final class ServedPortfolio implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IMPORTED_TOGETHER = 200;
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final String BUYER = "petra.procurement";
    private static final LocalDate FIRST_FINDING = LocalDate.of(2020, 1, 1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home;
    private final Path log;
    private final int port;
    private final Process process;

    ServedPortfolio() throws IOException, InterruptedException {
        this.home = Files.createTempDirectory("redoubt-bench");
        this.log = home.resolve("service.log");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dredoubt.home=" + home,
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar",
                        "serve")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitStart();
    }

    private void awaitStart() throws IOException, InterruptedException {
        long last = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log).contains("Redoubt answers at")) {
            if (!process.isAlive() || System.nanoTime() > last) {
                process.destroyForcibly();
                throw new IllegalStateException("The service must start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "B-%05d", number);
    }

    void load(int suppliers) throws IOException, InterruptedException {
        load(suppliers, 0);
    }

    /** @param facts at least so many of each; where the demo has fewer, findings that were closed long ago are added */
    void load(int suppliers, int facts) throws IOException, InterruptedException {
        JsonNode demo = JSON.readTree(Shipped.PORTFOLIO.toFile()).path("suppliers");
        for (int from = 0; from < suppliers; from += IMPORTED_TOGETHER) {
            ObjectNode body = JSON.createObjectNode();
            ArrayNode list = body.putArray("suppliers");
            for (int i = from; i < Math.min(suppliers, from + IMPORTED_TOGETHER); i++) {
                ObjectNode copy = demo.get(i % demo.size()).deepCopy();
                copy.put("id", id(i));
                copy.remove("identifiers");
                fill(copy, facts);
                list.add(copy);
            }
            JsonNode answer = JSON.readTree(send(BUYER, "POST", "imports", body.toString(), 200));
            if (answer.path("refused").asInt() > 0) {
                throw new IllegalStateException("Every supplier must be taken in: " + shortened(answer.toString()));
            }
        }
    }

    private static void fill(ObjectNode supplier, int facts) {
        int known = 0;
        for (JsonNode list : supplier) {
            known += list.isArray() ? list.size() : 0;
        }
        ArrayNode findings = supplier.withArray("findings");
        for (int i = known; i < facts; i++) {
            LocalDate day = FIRST_FINDING.plusDays(i);
            findings.addObject()
                    .put("id", "OLD-" + i)
                    .put("severity", "MINOR")
                    .put("standard", "ISO_27001")
                    .put("openedOn", day.toString())
                    .put("dueOn", day.plusDays(90).toString())
                    .put("claimedOn", day.plusDays(30).toString())
                    .put("verifiedOn", day.plusDays(40).toString());
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }

    /** Rates one supplier and records the act. */
    void assess(int supplier) throws IOException, InterruptedException {
        send(BUYER, "POST", "suppliers/" + id(supplier) + "/assessments", "", 201);
    }

    /** Begins to rate all; the address of the job. */
    String rateAll() throws IOException, InterruptedException {
        return "jobs/"
                + JSON.readTree(send(BUYER, "POST", "portfolio/ratings", "", 202))
                        .path("id")
                        .asText();
    }

    JsonNode job(String address) throws IOException, InterruptedException {
        return job(BUYER, address);
    }

    private JsonNode job(String user, String address) throws IOException, InterruptedException {
        return JSON.readTree(send(user, "GET", address, "", 200));
    }

    /** Waits until a job is over, which must go well. */
    JsonNode await(String address, Duration pause) throws IOException, InterruptedException {
        return await(BUYER, address, pause);
    }

    /** The same, asked by the one whose job it is. */
    JsonNode await(String user, String address, Duration pause) throws IOException, InterruptedException {
        JsonNode job = job(user, address);
        while (isRunning(job)) {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            job = job(user, address);
        }
        return job;
    }

    static boolean isRunning(JsonNode job) {
        String state = job.path("state").asText();
        if (state.equals("FAILED")) {
            throw new IllegalStateException("The job must not fail: " + job);
        }
        return state.equals("QUEUED") || state.equals("RUNNING");
    }

    /** Asks as a demo user; what is changed is changed as it was made. */
    String send(String user, String method, String path, String body, int expected)
            throws IOException, InterruptedException {
        String secret = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/json")
                .header("If-Match", "0")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(request.uri() + " must answer " + expected + " and not "
                    + response.statusCode() + ": " + shortened(response.body()));
        }
        return response.body();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        List<Path> files;
        try (var found = Files.walk(home)) {
            files = found.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
