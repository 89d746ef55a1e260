package io.redoubt.assessment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.files.FactsSnapshot;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An assessment as an earlier version of the pack made it. */
record PastAssessment(UUID id, Methodology methodology, FactsSnapshot facts, RatingOutcome outcome) {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    static PastAssessment make(Path folder, String supplier) throws Exception {
        copy(Path.of("rules/baseline"), folder);
        Path table = folder.resolve("tables/answers_legal.csv");
        String rows = Files.readString(table, StandardCharsets.UTF_8);
        Files.writeString(table, rows.replace(",LEGAL,25,", ",LEGAL,24,"), StandardCharsets.UTF_8);
        Methodology methodology = Methodology.read(Path.of("data"), folder);
        String document =
                "{\"id\": \"" + supplier + "\", \"name\": \"Halvorix\", \"answers\": [{\"question\": \"Q-NDA\","
                        + " \"value\": \"NO\", \"answeredOn\": \"2026-03-01\"}]}";
        SupplierFacts facts = methodology.complete(
                new SupplierFactsReader(methodology.catalogue()).read(SupplierFile.parse(document)), DAY);
        return new PastAssessment(
                UUID.randomUUID(),
                methodology,
                FactsSnapshot.of(facts),
                methodology.rater(DAY).rate(facts));
    }

    String packHash() {
        return methodology.pack().hash();
    }

    /** @param semantics version of the arithmetic that made it */
    void store(DataSource database, String semantics) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            run(
                    connection,
                    "insert into stored_pack values (?, 'baseline', '0.9.0', ?::jsonb, now()) on conflict do nothing",
                    packHash(),
                    new ObjectMapper().writeValueAsString(methodology.files().texts()));
            run(connection, "insert into stored_facts values (?, ?)", facts.hash(), facts.json());
            run(
                    connection,
                    "insert into assessment values (?, ?, '2026-11-21', now(), 'past', ?, ?, ?, ?, ?, ?, 0, false, ?)",
                    id,
                    outcome.detail().supplierId(),
                    packHash(),
                    facts.hash(),
                    semantics,
                    outcome.badge(),
                    outcome.detail().overall().worst().headline(),
                    outcome.detail().overall().best().headline(),
                    OutcomeJson.write(outcome, methodology.pack()).toString());
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.filter(Files::isRegularFile).forEach(path -> {
                try {
                    Path target = to.resolve(from.relativize(path).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
