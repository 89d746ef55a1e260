package io.redoubt.firmware;

import static io.redoubt.Api.as;
import static io.redoubt.firmware.FirmwareDesk.HASH;
import static io.redoubt.firmware.FirmwareDesk.OTHER;
import static io.redoubt.firmware.FirmwareDesk.SUPPLIERS;
import static io.redoubt.firmware.FirmwareDesk.attest;
import static io.redoubt.firmware.FirmwareDesk.binaries;
import static io.redoubt.firmware.FirmwareDesk.ledger;
import static io.redoubt.firmware.FirmwareDesk.log;
import static io.redoubt.firmware.FirmwareDesk.openVex;
import static io.redoubt.firmware.FirmwareDesk.release;
import static io.redoubt.firmware.FirmwareDesk.rules;
import static io.redoubt.firmware.FirmwareDesk.send;
import static io.redoubt.firmware.FirmwareDesk.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.redoubt.firmware.sbom.SbomFixture;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Evidence of firmware releases: kept byte for byte, and acting on the rating by itself. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class FirmwareEvidenceIT {
    @Inject
    DataSource database;

    @Test
    void a_bill_of_materials_is_kept_byte_for_byte_and_its_completeness_recorded() {
        String supplier = supplier();
        byte[] content = SbomFixture.file("firmware/ovmf-2.3.spdx.json");

        Response kept = send("sam.security", supplier, "sbom", content);

        kept.then()
                .statusCode(201)
                .body("found.components", equalTo(310))
                .body("found.missing", hasSize(1))
                .body("found.missing[0].element", equalTo("OTHER_UNIQUE_IDENTIFIERS"))
                .body("found.missing[0].lacking", equalTo(188))
                .body("recordedBy", equalTo("sam.security"))
                .body("ledger[0].field", equalTo("sbomCompleteness"))
                .body("ledger[0].before", nullValue())
                .body("ledger[0].after", equalTo("91.336405"));
        ledger(supplier)
                .body(release("fw-2") + "sbomCompleteness", equalTo("91.336405"))
                .body(release("gw-1") + "sbomCompleteness", nullValue())
                .body(release("fw-1") + "sbomCompleteness", nullValue());
        byte[] back = as("anna.auditor")
                .get(SUPPLIERS + supplier + "/firmware-releases/fw-2/evidence/" + kept.path("id"))
                .asByteArray();
        assertThat(back).isEqualTo(content);
        assertThat(EvidenceStore.sha256(back)).isEqualTo(kept.path("sha256"));
    }

    @Test
    void what_cannot_be_read_leaves_nothing_behind() {
        String supplier = supplier();

        send(
                        "sam.security",
                        supplier,
                        "sbom",
                        SbomFixture.bytes("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))
                .then()
                .statusCode(422)
                .body("detail", containsString("document type"));

        as("anna.auditor")
                .get(SUPPLIERS + supplier + "/firmware-releases/fw-2/evidence")
                .then()
                .body("items", hasSize(0))
                .body("total", equalTo(0));
        ledger(supplier).body(release("fw-2") + "sbomCompleteness", nullValue());
    }

    @Test
    void a_release_that_nobody_listed_takes_no_evidence() {
        as("sam.security")
                .contentType(ContentType.BINARY)
                .body(SbomFixture.file("sbom/spdx/hello-source-2.3.spdx.json"))
                .post(SUPPLIERS + supplier() + "/firmware-releases/fw-9/sbom")
                .then()
                .statusCode(404)
                .body("detail", containsString("fw-9"));
    }

    @Test
    void a_log_that_vouches_for_every_binary_attests_the_release_and_new_binaries_end_that() throws Exception {
        String supplier = supplier();
        send("sam.security", supplier, "sbom", SbomFixture.file("firmware/ovmf-1.6.cdx.json"));
        send("sam.security", supplier, "binaries", binaries(HASH));
        ledger(supplier).body(release("fw-2") + "attested", nullValue());

        send("sam.security", supplier, "attestation", log(HASH)).then().statusCode(201);

        ledger(supplier)
                .body(release("fw-2") + "attested", equalTo(true))
                .body(release("fw-2") + "teeEvidence", equalTo(true));
        assertThat(rules(supplier, "fw-2")).doesNotContain("FRM-13");
        assertThat(rules(supplier, "gw-1")).contains("FRM-13");
        send("sam.security", supplier, "binaries", binaries(HASH, OTHER)).then().statusCode(201);
        ledger(supplier).body(release("fw-2") + "attested", equalTo(false));
    }

    private static Response sign(String user, String supplier, String role, boolean approved) {
        return send(
                user,
                supplier,
                "sign-offs",
                "{\"as\": \"" + role + "\", \"approved\": " + approved + ", \"reason\": \"as tested\"}");
    }

    @Test
    void three_persons_in_three_roles_sign_off_and_new_binaries_make_it_void() {
        String supplier = supplier();
        sign("emma.engineering", supplier, "FIRMWARE_ENGINEER", true).then().statusCode(409);
        send("sam.security", supplier, "binaries", binaries(HASH));
        sign("emma.engineering", supplier, "FIRMWARE_ENGINEER", true).then().statusCode(201);
        sign("emma.engineering", supplier, "QA_LEAD", true)
                .then()
                .statusCode(409)
                .body("detail", containsString("three persons"));
        sign("sam.security", supplier, "QA_LEAD", true).then().statusCode(403);
        sign("sam.security", supplier, "SECURITY_ARCHITECT", true).then().statusCode(201);
        ledger(supplier).body(release("fw-2") + "signedOff", nullValue());

        Response last = sign("petra.procurement", supplier, "QA_LEAD", true);

        last.then().statusCode(201).body("recordedBy", equalTo("petra.procurement"));
        ledger(supplier).body(release("fw-2") + "signedOff", equalTo(true));
        sign("petra.procurement", supplier, "QA_LEAD", false);
        ledger(supplier).body(release("fw-2") + "signedOff", equalTo(false));
        send("sam.security", supplier, "binaries", binaries(OTHER)).then().statusCode(201);
        ledger(supplier).body(release("fw-2") + "signedOff", nullValue());
    }

    @Test
    void who_and_when_are_never_taken_from_the_request() {
        String supplier = supplier();
        send("sam.security", supplier, "binaries", binaries(HASH));

        send(
                        "sam.security",
                        supplier,
                        "sign-offs",
                        "{\"as\": \"SECURITY_ARCHITECT\", \"approved\": true, \"recordedAt\": \"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(400)
                .body("detail", containsString("recordedAt"));
    }

    @Test
    void a_build_that_differs_from_its_reference_is_recorded_with_its_share() {
        String supplier = supplier();
        send("sam.security", supplier, "build-integrity", SbomFixture.file("firmware/byte-integrity.json"));
        ledger(supplier).body(release("fw-2") + "referenceDeviation", equalTo("0"));
        assertThat(rules(supplier, "fw-2")).doesNotContain("FRM-11");

        send("sam.security", supplier, "build-integrity", "{\"bytesCompared\": 1000, \"bytesDiffering\": 5}")
                .then()
                .statusCode(201);

        ledger(supplier).body(release("fw-2") + "referenceDeviation", equalTo("0.5"));
        assertThat(rules(supplier, "fw-2")).contains("FRM-11");
    }

    @Test
    void a_fix_counts_with_a_signed_release_and_its_day_is_not_moved_back() throws Exception {
        String supplier = supplier();
        send("sam.security", supplier, "vex", openVex("CVE-2026-10002", "\"status\": \"affected\""));
        String patch = "{\"vulnerability\": \"CVE-2026-10002\", \"fixedOn\": \"2026-06-20\"}";
        send("sam.security", supplier, "patches", patch)
                .then()
                .statusCode(409)
                .body("detail", containsString("must be attested"));
        attest(supplier);

        send("sam.security", supplier, "patches", patch).then().statusCode(201);

        ledger(supplier).body("vulnerabilities[0].fixedOn", equalTo("2026-06-20"));
        send("sam.security", supplier, "patches", patch.replace("06-20", "06-10"))
                .then()
                .statusCode(409)
                .body("detail", containsString("must not be moved back"));
        send("sam.security", supplier, "patches", patch.replace("CVE-2026-10002", "CVE-2026-99999"))
                .then()
                .statusCode(422);
        ledger(supplier).body("vulnerabilities[0].fixedOn", equalTo("2026-06-20"));
    }

    @Test
    void a_test_of_live_signing_becomes_the_answer_in_hours_rounded_up() {
        String supplier = supplier();
        Instant requested = Instant.now().minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.DAYS);
        String test = "{\"requestedAt\": \"%s\", \"signedAt\": \"%s\", \"witnessed\": true}";

        send("sam.security", supplier, "signing-tests", test.formatted(requested, requested.plusSeconds(4 * 3600 + 1)))
                .then()
                .statusCode(201)
                .body("found.hours", equalTo(4.01f))
                .body("found.withinLimit", equalTo(false));

        ledger(supplier)
                .body("answers[0].question", equalTo("Q-LIVE-SIGNING"))
                .body("answers[0].value", equalTo("4.01"))
                .body("answers[0].verification", equalTo("WITNESSED"))
                .body(
                        "answers[0].answeredOn",
                        equalTo(LocalDate.ofInstant(requested, ZoneOffset.UTC).toString()));
        send(
                        "sam.security",
                        supplier,
                        "signing-tests",
                        test.formatted(requested, requested.plusSeconds(60)).replace("true", "false"))
                .then()
                .statusCode(201)
                .body("kept[0].why", containsString("better supported"));
        ledger(supplier).body("answers[0].value", equalTo("4.01"));
    }

    @Test
    void validation_is_tied_to_a_named_binary() {
        String supplier = supplier();
        send("sam.security", supplier, "binaries", binaries(HASH));
        String validation =
                "{\"artefact\": \"%s\", \"passedStages\": [\"STATIC_ANALYSIS\", \"MEMORY_SAFETY\"], \"passedPhases\":"
                        + " [\"DESIGN_REVIEW\"]}";

        send("emma.engineering", supplier, "validations", validation.formatted(OTHER))
                .then()
                .statusCode(409);
        send("emma.engineering", supplier, "validations", validation.formatted(HASH))
                .then()
                .statusCode(201);
        send(
                        "emma.engineering",
                        supplier,
                        "validations",
                        validation.formatted(HASH).replace("MEMORY_SAFETY", "MAGIC"))
                .then()
                .statusCode(422);

        ledger(supplier)
                .body(release("fw-2") + "stages", equalTo(List.of("MEMORY_SAFETY", "STATIC_ANALYSIS")))
                .body(release("fw-2") + "phases", equalTo(List.of("DESIGN_REVIEW")));
    }

    @Test
    void evidence_is_superseded_and_the_database_lets_nobody_edit_it() throws SQLException {
        String supplier = supplier();
        send("sam.security", supplier, "sbom", SbomFixture.file("sbom/spdx/hello-source-2.3.spdx.json"));
        send("emma.engineering", supplier, "sbom", SbomFixture.file("firmware/ovmf-1.6.cdx.json"));

        as("anna.auditor")
                .get(SUPPLIERS + supplier + "/firmware-releases/fw-2/evidence?limit=1")
                .then()
                .body("total", equalTo(2))
                .body("items[0].supersededBy", nullValue())
                .body("items[0].recordedBy", equalTo("emma.engineering"))
                .body("next", not(nullValue()));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String edit : List.of(
                    "delete from firmware_evidence",
                    "update firmware_evidence set recorded_by = 'x'",
                    "update firmware_evidence set found = '{}', superseded_by = 'x', superseded_at = now() where superseded_at is null",
                    "update firmware_component set name = 'x'",
                    "delete from firmware_statement")) {
                assertThatThrownBy(() -> {
                            statement.executeUpdate(
                                    "insert into firmware_statement (evidence_id, vulnerability, status)"
                                            + " select id, 'x', 'AFFECTED' from firmware_evidence limit 1");
                            statement.executeUpdate(edit);
                        })
                        .as(edit)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("must not be");
            }
        }
    }

    @Test
    void the_same_upload_with_the_same_key_is_kept_once() {
        String supplier = supplier();
        byte[] content = SbomFixture.file("sbom/spdx/hello-source-2.3.spdx.json");

        for (int i = 0; i < 2; i++) {
            as("sam.security")
                    .contentType(ContentType.BINARY)
                    .header("Idempotency-Key", supplier)
                    .body(content)
                    .post(SUPPLIERS + supplier + "/firmware-releases/fw-2/sbom")
                    .then()
                    .statusCode(201);
        }

        as("anna.auditor")
                .get(SUPPLIERS + supplier + "/firmware-releases/fw-2/evidence")
                .then()
                .body("total", equalTo(1))
                .body("items.kind", hasItem("SBOM"));
    }
}
