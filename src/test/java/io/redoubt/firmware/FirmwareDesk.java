package io.redoubt.firmware;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;

import io.redoubt.firmware.sbom.SbomFixture;
import io.redoubt.firmware.sbom.SignedLog;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is brought of firmware releases, as requests. */
final class FirmwareDesk {

    static final String SUPPLIERS = "/api/v1/suppliers/";
    static final String HASH = "ab".repeat(32);
    static final String OTHER = "cd".repeat(32);

    /** In the catalogue of exploited vulnerabilities since 2022. */
    static final String EXPLOITED = "CVE-2021-44228";

    private FirmwareDesk() {}

    static String supplier() {
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

    static Response send(String user, String supplier, String what, byte[] content) {
        return as(user).contentType(ContentType.BINARY)
                .body(content)
                .post(SUPPLIERS + supplier + "/firmware-releases/fw-2/" + what);
    }

    static Response send(String user, String supplier, String what, String json) {
        return as(user).body(json).post(SUPPLIERS + supplier + "/firmware-releases/fw-2/" + what);
    }

    static ValidatableResponse ledger(String supplier) {
        return buyer().get(SUPPLIERS + supplier).then().statusCode(200);
    }

    static String release(String id) {
        return "firmwareReleases.find { it.id == '" + id + "' }.";
    }

    static String binaries(String... hashes) {
        return Arrays.stream(hashes)
                .map(hash -> "{\"name\": \"fw-" + hash.charAt(0) + ".bin\", \"sha256\": \"" + hash + "\"}")
                .collect(Collectors.joining(",", "{\"binaries\": [", "]}"));
    }

    static byte[] log(String... hashes) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return SignedLog.of(
                keys,
                "{\"trustedExecution\": {\"environment\": \"ARM_TRUSTZONE\", \"at\": \"2026-05-01T10:00:00Z\"}}",
                hashes);
    }

    static void attest(String supplier) throws Exception {
        send("sam.security", supplier, "sbom", SbomFixture.file("firmware/ovmf-1.6.cdx.json"))
                .then()
                .statusCode(201);
        send("sam.security", supplier, "binaries", binaries(HASH)).then().statusCode(201);
        send("sam.security", supplier, "attestation", log(HASH)).then().statusCode(201);
    }

    static String openVex(String vulnerability, String rest) {
        return "{\"@context\": \"https://openvex.dev/ns/v0.2.0\", \"@id\": \"x\", \"author\": \"a\", \"timestamp\":"
                + " \"2026-06-02T00:00:00Z\", \"statements\": [{\"vulnerability\": {\"name\": \"" + vulnerability
                + "\"}, \"products\": [{\"@id\": \"Controller\"}], " + rest + "}]}";
    }

    /** Rules that add something for a fact, certainly or perhaps. */
    static List<String> rules(String supplier, String fact) {
        Response rated = buyer().post(SUPPLIERS + supplier + "/assessments");
        rated.then().statusCode(201);
        return rated
                .<List<List<String>>>path(
                        "contributions.findAll { it.fact.toString().contains('" + fact + "') }.rules.id")
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
