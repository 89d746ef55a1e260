package io.redoubt.firmware;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
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
import io.redoubt.firmware.sbom.SignedLog;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Evidence of firmware releases: kept byte for byte, and acting on the rating by itself. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class FirmwareEvidenceIT {
    private static final String SUPPLIERS = "/api/v1/suppliers/";
    private static final String HASH = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    /** In the catalogue of exploited vulnerabilities since 2022. */
    private static final String EXPLOITED = "CVE-2021-44228";

    @Inject
    DataSource database;

    private static String supplier() {
        String id = freshId() + "-fw";
        buyer().body("""
                        {"id": "%s", "name": "Halvorix GmbH", "sites": [{"id": "S1", "name": "Plant", "country": "DEU",
                          "activities": ["FIRMWARE_DEVELOPMENT"]}],
                         "firmwareReleases": [
                          {"id": "fw-1", "product": "Controller", "releasedOn": "2026-03-01"},
                          {"id": "fw-2", "product": "Controller", "releasedOn": "2026-05-01"},
                          {"id": "gw-1", "product": "Gateway", "releasedOn": "2026-05-01"}]}
                        """.formatted(id)).post("/api/v1/suppliers").then().statusCode(201);
        return id;
    }

    private static Response send(String user, String supplier, String what, byte[] content) {
        return as(user).contentType(ContentType.BINARY)
                .body(content)
                .post(SUPPLIERS + supplier + "/firmware-releases/fw-2/" + what);
    }

    private static Response send(String user, String supplier, String what, String json) {
        return as(user).body(json).post(SUPPLIERS + supplier + "/firmware-releases/fw-2/" + what);
    }

    private static ValidatableResponse ledger(String supplier) {
        return buyer().get(SUPPLIERS + supplier).then().statusCode(200);
    }

    private static String release(String id) {
        return "firmwareReleases.find { it.id == '" + id + "' }.";
    }

    private static String binaries(String... hashes) {
        return Arrays.stream(hashes)
                .map(hash -> "{\"name\": \"fw-" + hash.charAt(0) + ".bin\", \"sha256\": \"" + hash + "\"}")
                .collect(Collectors.joining(",", "{\"binaries\": [", "]}"));
    }

    private static byte[] log(String... hashes) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return SignedLog.of(
                keys,
                "{\"trustedExecution\": {\"environment\": \"ARM_TRUSTZONE\", \"at\": \"2026-05-01T10:00:00Z\"}}",
                hashes);
    }

    private static void attest(String supplier) throws Exception {
        send("sam.security", supplier, "sbom", SbomFixture.file("firmware/ovmf-1.6.cdx.json"))
                .then()
                .statusCode(201);
        send("sam.security", supplier, "binaries", binaries(HASH)).then().statusCode(201);
        send("sam.security", supplier, "attestation", log(HASH)).then().statusCode(201);
    }

    private static String openVex(String vulnerability, String rest) {
        return "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"@id\": \"x\", \"author\": \"a\", \"timestamp\":"
                + " \"2026-06-02T00:00:00Z\", \"statements\": [{\"vulnerability\": {\"name\": \"" + vulnerability
                + "\"}, \"products\": [{\"@id\": \"Controller\"}], " + rest + "}]}";
    }

    /** Rules that add something for a fact, certainly or perhaps. */
    private static List<String> rules(String supplier, String fact) {
        Response rated = buyer().post(SUPPLIERS + supplier + "/assessments");
        rated.then().statusCode(201);
        return rated
                .<List<List<String>>>path(
                        "contributions.findAll { it.fact.toString().contains('" + fact + "') }.rules.id")
                .stream()
                .flatMap(List::stream)
                .toList();
    }

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
    void a_statement_on_an_exploited_vulnerability_acts_on_the_rating_until_it_is_justified() {
        String supplier = supplier();

        send("sam.security", supplier, "vex", openVex(EXPLOITED, "\"status\": \"affected\""))
                .then()
                .statusCode(201);

        assertThat(rules(supplier, EXPLOITED)).contains("VUL-03");
        send("sam.security", supplier, "vex", openVex(EXPLOITED, "\"status\": \"not_affected\""))
                .then()
                .statusCode(201)
                .body("kept[0].why", containsString("only with a justification"))
                .body("ledger", hasSize(0));
        assertThat(rules(supplier, EXPLOITED)).contains("VUL-03");
        send(
                        "sam.security",
                        supplier,
                        "vex",
                        openVex(
                                EXPLOITED,
                                "\"status\": \"not_affected\", \"justification\": \"component_not_present\""))
                .then()
                .statusCode(201)
                .body("ledger.find { it.field == 'vex' }.before", equalTo("AFFECTED"))
                .body("ledger.find { it.field == 'vex' }.after", equalTo("NOT_AFFECTED"));
        assertThat(rules(supplier, EXPLOITED)).isEmpty();
        ledger(supplier)
                .body("vulnerabilities[0].id", equalTo(EXPLOITED))
                .body("vulnerabilities[0].product", equalTo("Controller"))
                .body("vulnerabilities[0].awareOn", equalTo("2026-06-02"))
                .body("vulnerabilities[0].justification", equalTo("component_not_present"));
    }

    @Test
    void a_favourable_word_counts_only_where_it_is_about_the_release_or_what_it_lists() throws Exception {
        String supplier = supplier();
        byte[] published = SbomFixture.file("firmware/vex.openvex.json");

        send("sam.security", supplier, "vex", published)
                .then()
                .statusCode(201)
                .body("kept[0].why", containsString("neither the product nor anything"))
                .body("ledger", hasSize(0));

        send("sam.security", supplier, "vex?product=pkg:generic/ovmf@edk2-master", published)
                .then()
                .statusCode(201)
                .body("ledger.find { it.field == 'vex' }.after", equalTo("NOT_AFFECTED"));
        send("sam.security", supplier, "vex", openVex("x".repeat(101), "\"status\": \"affected\""))
                .then()
                .statusCode(422);
    }

    @Test
    void what_is_said_of_an_old_release_does_not_replace_what_is_known() {
        String supplier = supplier();
        send("sam.security", supplier, "vex", openVex("CVE-2026-10001", "\"status\": \"affected\""));

        as("sam.security")
                .body(openVex(
                        "CVE-2026-10001", "\"status\": \"not_affected\", \"justification\": \"component_not_present\""))
                .post(SUPPLIERS + supplier + "/firmware-releases/fw-1/vex")
                .then()
                .statusCode(201)
                .body("kept[0].why", containsString("later release"));

        ledger(supplier).body("vulnerabilities[0].vex", equalTo("AFFECTED"));
    }

    @Test
    void a_statement_of_a_day_to_come_is_refused() {
        String supplier = supplier();

        send(
                        "sam.security",
                        supplier,
                        "vex",
                        openVex("CVE-2026-10001", "\"status\": \"affected\"").replace("2026-06-02", "2099-01-01"))
                .then()
                .statusCode(422)
                .body("detail", containsString("must not lie after today"));

        ledger(supplier).body("vulnerabilities", nullValue());
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
    void everybody_who_may_finds_who_ships_a_component_by_name_package_and_cve() {
        String supplier = supplier();
        send("sam.security", supplier, "sbom", SbomFixture.bytes("""
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
                  {"type": "library", "bom-ref": "q", "group": "org.quorvix", "name": "Tinyhttp", "version": "2.1",
                   "purl": "pkg:maven/org.quorvix/Tinyhttp@2.1?type=jar"}],
                 "vulnerabilities": [{"id": "CVE-2025-31337", "affects": [{"ref": "q"}], "ratings": [{"severity": "low"}],
                   "analysis": {"state": "in_triage"}}]}
                """)).then().statusCode(201);

        for (String query : List.of(
                "name=tinyhttp",
                "name=org.quorvix/Tinyhttp",
                "purl=pkg:maven/org.quorvix/Tinyhttp",
                "purl=pkg:maven/org.quorvix/Tinyhttp@2.1%3Ftype=jar",
                "cve=cve-2025-31337")) {
            as("leo.legal")
                    .urlEncodingEnabled(false)
                    .get("/api/v1/components?" + query)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].supplier", equalTo(supplier))
                    .body("items[0].supplierName", equalTo("Halvorix GmbH"))
                    .body("items[0].release", equalTo("fw-2"))
                    .body("items[0].component", equalTo("org.quorvix/Tinyhttp"))
                    .body("items[0].version", equalTo("2.1"));
        }
        as("leo.legal")
                .get("/api/v1/components?purl=pkg:maven/org.quorvix/Tinyhttp@2.2")
                .then()
                .body("items", hasSize(0));
        as("leo.legal").get("/api/v1/components?name=a&cve=b").then().statusCode(400);
        as("erik.executive").get("/api/v1/components?name=tinyhttp").then().statusCode(403);
        ledger(supplier).body("vulnerabilities[0].severity", equalTo("LOW"));
        send("sam.security", supplier, "sbom", SbomFixture.file("sbom/spdx/hello-source-3.0.spdx.json"));
        as("leo.legal").get("/api/v1/components?name=tinyhttp").then().body("items", hasSize(0));
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

    @Test
    void among_half_a_million_components_an_answer_takes_well_under_a_second() throws SQLException {
        String supplier = supplier();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into firmware_evidence select gen_random_uuid(), '" + supplier
                    + "', 'bulk-' || n, 'SBOM', '', encode(sha256(''), 'hex'), '', '{}', 'x', now(), null, null"
                    + " from generate_series(1, 100) n");
            statement.executeUpdate("insert into firmware_component (evidence_id, ref, name, version, purl, name_key,"
                    + " short_key, purl_key) select e.id, 'r' || n, 'lib-' || n, '1.0', 'pkg:generic/lib-' || n || '@1.0',"
                    + " 'lib-' || n, 'lib-' || n, 'pkg:generic/lib-' || n from firmware_evidence e, generate_series(1,"
                    + " 5000) n where e.release_id like 'bulk-%'");
            statement.execute("analyze firmware_component");
        }
        as("sam.security").get("/api/v1/components?name=lib-1");
        long began = System.nanoTime();

        Response found = as("sam.security").get("/api/v1/components?name=LIB-4321&limit=500");

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        found.then().statusCode(200).body("items", hasSize(100)).body("next", nullValue());
        as("sam.security")
                .get("/api/v1/components?purl=pkg:generic/lib-17&limit=60")
                .then()
                .body("items", hasSize(60))
                .body("next", not(nullValue()));
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }
}
