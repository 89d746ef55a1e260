package io.redoubt.questionnaire;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What procurement (petra), who also answers for the supplier here, and security (sam), who reviews, do. */
final class QuestionnaireDesk {
    static final String QUESTIONNAIRES = "/api/v1/questionnaires/";
    static final String SUPPLIERS = "/api/v1/suppliers/";

    private static final String SITE =
            "{\"id\": \"%s\", \"name\": \"Plant\", \"country\": \"DEU\", \"activities\": [\"%s\"]}";
    private static final String ENGAGEMENT = """
            {"id": "EN-1", "site": "S1", "workClass": "STANDARD/TESTING", "access": "%s", "validFrom": "2026-01-01",
             "assets": [{"id": "A-1", "value": "%s", "safety": "%s"}]}
            """;

    private QuestionnaireDesk() {}

    /** A board maker who sees little: 5 + 0 + 5 points and at most 15 for the country. */
    static String lowRiskSupplier() {
        return supplier(
                SITE.formatted("S1", "PCB_FABRICATION"),
                ENGAGEMENT.formatted("VIEW_ON_OUR_SYSTEMS", "LOW", "NONE"),
                false);
    }

    /** A maker of firmware with keys: 45 + 20 + 20 points and more. */
    static String highRiskSupplier() {
        return supplier(
                SITE.formatted("S1", "FIRMWARE_DEVELOPMENT"),
                ENGAGEMENT.formatted("KEYS_OR_SOURCE", "VERY_HIGH", "DIRECT"),
                true);
    }

    static String supplierWithTwoSites() {
        return supplier(
                SITE.formatted("S1", "PCB_FABRICATION") + "," + SITE.formatted("S2", "PCB_FABRICATION"),
                ENGAGEMENT.formatted("VIEW_ON_OUR_SYSTEMS", "LOW", "NONE"),
                false);
    }

    static String supplierNobodyWorksWith() {
        return supplier(SITE.formatted("S1", "PCB_FABRICATION"), "", false);
    }

    private static String supplier(String sites, String engagements, boolean profile) {
        String id = freshId();
        buyer().body("""
                {"id": "%s", "name": "Halvorix GmbH", "sites": [%s], "engagements": [%s],
                 "profile": {"subSuppliers": %s, "personalData": %s}}
                """.formatted(id, sites, engagements, profile, profile))
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
    }

    static String assigned(String supplier, Map<String, String> more) {
        Map<String, String> body = new LinkedHashMap<>(
                Map.of("template", "redoubt", "dueOn", today().plusDays(30).toString()));
        body.putAll(more);
        return buyer().body(body)
                .post(SUPPLIERS + supplier + "/questionnaires")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static List<Map<String, Object>> questions(String questionnaire) {
        return as("sam.security")
                .get(QUESTIONNAIRES + questionnaire + "/questions")
                .jsonPath()
                .getList("questions");
    }

    static Response answer(String user, String questionnaire, String question, String seen, Map<String, ?> body) {
        return as(user).header("If-Match", seen)
                .body(body)
                .put(QUESTIONNAIRES + questionnaire + "/responses/" + question);
    }

    /** A first answer of petra's. */
    static void answered(String questionnaire, String question, String value) {
        answer("petra.procurement", questionnaire, question, "\"0\"", Map.of("value", value, "evidence", "Document 7"))
                .then()
                .statusCode(200);
    }

    /** Answers whatever is shown and open, until nothing more is. */
    static void answerAll(String questionnaire) {
        for (int round = 0; round < 4; round++) {
            for (Map<String, Object> question : questions(questionnaire)) {
                if (Boolean.TRUE.equals(question.get("shown")) && question.get("response") == null) {
                    answered(questionnaire, text(question, "id"), value(question));
                }
            }
        }
    }

    static String value(Map<String, Object> question) {
        return switch (text(question, "kind")) {
            case "YES_PARTIAL_NO" -> "YES";
            case "CHOICE", "MULTIPLE" -> text(question, "choices").split("[\\[,\\]]", -1)[1];
            case "NUMBER" -> "3";
            case "DATE" -> "2026-03-01";
            default -> "As described in document 7";
        };
    }

    static String version(String questionnaire) {
        return as("sam.security").get(QUESTIONNAIRES + questionnaire).header("ETag");
    }

    static String version(String questionnaire, String question) {
        return as("sam.security")
                .get(QUESTIONNAIRES + questionnaire + "/responses/" + question)
                .header("ETag");
    }

    static Response submit(String questionnaire) {
        return buyer().header("If-Match", version(questionnaire)).post(QUESTIONNAIRES + questionnaire + "/submit");
    }

    static Response accept(String user, String questionnaire, String question, Map<String, ?> body) {
        return as(user).header("If-Match", version(questionnaire, question))
                .body(body)
                .post(QUESTIONNAIRES + questionnaire + "/responses/" + question + "/accept");
    }

    static void acceptAll(String questionnaire) {
        for (Map<String, Object> question : questions(questionnaire)) {
            Object response = question.get("response");
            if (response instanceof Map<?, ?> map && "PENDING".equals(map.get("review"))) {
                accept("sam.security", questionnaire, text(question, "id"), Map.of("verification", "DOCUMENTED"))
                        .then()
                        .statusCode(200);
            }
        }
    }

    /** The answers in the ledger by question. */
    static List<Map<String, Object>> ledger(String supplier) {
        List<Map<String, Object>> answers =
                as("sam.security").get(SUPPLIERS + supplier).jsonPath().getList("answers");
        return answers == null ? List.of() : answers;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static String text(Map<String, Object> object, String key) {
        return String.valueOf(object.get(key));
    }
}
