package io.redoubt.config.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A migration that a database may have run never changes: Flyway compares what it ran with what it finds, and a service
 * that finds another text does not start on the data that it has.
 */
class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /** SHA-256, the first digits; a new migration gets its line with the change that brings it, and keeps it. */
    private static final String KEPT = """
            e83db42d V1__facts_assessments_jobs_audit.sql
            5a92098c V2__band_changes_of_jobs.sql
            ac70dd13 V3__life_of_rule_packs.sql
            37f97c93 V4__editions_of_factors_and_lists.sql
            5d614a05 V5__previews_of_rule_packs.sql
            15bd39f3 V6__guards_of_rule_packs.sql
            8bcb25ea V7__content_of_drafts.sql
            94836681 V8__time_rates_by_itself.sql
            75369214 V9__firmware_evidence.sql
            043b1ae3 V10__questionnaires.sql
            ba0c77e7 V11__alerts.sql
            4ffcc875 V12__disputes.sql
            af365071 V13__nights_that_touch_nobody.sql
            """;

    @Test
    void whatDatabasesHaveRunStays() throws Exception {
        // When
        List<String> found = new ArrayList<>();
        for (Path file : migrations()) {
            found.add(digits(file) + " " + file.getFileName());
        }

        // Then
        assertThat(found).containsExactlyInAnyOrderElementsOf(KEPT.lines().toList());
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    private static String digits(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(hash, 0, 4);
    }
}
