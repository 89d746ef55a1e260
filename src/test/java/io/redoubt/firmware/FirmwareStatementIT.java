package io.redoubt.firmware;

import static io.redoubt.Api.as;
import static io.redoubt.firmware.FirmwareDesk.EXPLOITED;
import static io.redoubt.firmware.FirmwareDesk.SUPPLIERS;
import static io.redoubt.firmware.FirmwareDesk.ledger;
import static io.redoubt.firmware.FirmwareDesk.openVex;
import static io.redoubt.firmware.FirmwareDesk.rules;
import static io.redoubt.firmware.FirmwareDesk.send;
import static io.redoubt.firmware.FirmwareDesk.supplier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.redoubt.firmware.sbom.SbomFixture;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is said of vulnerabilities in firmware, and who ships what they are in. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class FirmwareStatementIT {
    @Inject
    DataSource database;

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
