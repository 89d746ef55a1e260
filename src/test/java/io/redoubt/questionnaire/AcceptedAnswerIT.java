package io.redoubt.questionnaire;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.questionnaire.QuestionnaireDesk.QUESTIONNAIRES;
import static io.redoubt.questionnaire.QuestionnaireDesk.SUPPLIERS;
import static io.redoubt.questionnaire.QuestionnaireDesk.accept;
import static io.redoubt.questionnaire.QuestionnaireDesk.acceptAll;
import static io.redoubt.questionnaire.QuestionnaireDesk.answer;
import static io.redoubt.questionnaire.QuestionnaireDesk.answerAll;
import static io.redoubt.questionnaire.QuestionnaireDesk.answered;
import static io.redoubt.questionnaire.QuestionnaireDesk.assigned;
import static io.redoubt.questionnaire.QuestionnaireDesk.highRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.ledger;
import static io.redoubt.questionnaire.QuestionnaireDesk.lowRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.submit;
import static io.redoubt.questionnaire.QuestionnaireDesk.supplierWithTwoSites;
import static io.redoubt.questionnaire.QuestionnaireDesk.today;
import static io.redoubt.questionnaire.QuestionnaireDesk.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of answers: which of them are facts, since when, and beside which others. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class AcceptedAnswerIT {
    @Test
    void an_accepted_answer_is_a_fact_at_once_and_what_came_back_is_answered_again() {
        // Given
        String supplier = lowRiskSupplier();
        String id = assigned(supplier, Map.of());
        answerAll(id);
        submit(id).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        assertThat(ledger(supplier)).isEmpty();

        // When
        accept("sam.security", id, "Q-NDA", Map.of("verification", "DOCUMENTED", "validUntil", "2028-01-31"))
                .then()
                .statusCode(200)
                .body("recorded", equalTo(List.of("Q-NDA")));

        // Then
        assertThat(ledger(supplier))
                .containsExactly(Map.of(
                        "question", "Q-NDA",
                        "state", "ANSWERED",
                        "value", "YES",
                        "verification", "DOCUMENTED",
                        "answeredOn", today().toString(),
                        "validUntil", "2028-01-31"));
        answer("petra.procurement", id, "Q-ETHICS", version(id, "Q-ETHICS"), Map.of("value", "NO"))
                .then()
                .statusCode(409);
        as("sam.security")
                .header("If-Match", version(id, "Q-ETHICS"))
                .body(Map.of("note", "Which code do you mean?"))
                .post(QUESTIONNAIRES + id + "/responses/Q-ETHICS/return")
                .then()
                .statusCode(200)
                .body("recorded", hasSize(0));
        acceptAll(id);
        buyer().get(QUESTIONNAIRES + id).then().body("state", equalTo("OPEN"));
        // 19 of our questions were asked, and one came back
        assertThat(ledger(supplier)).hasSize(18);

        submit(id)
                .then()
                .statusCode(422)
                .body("violations.message", hasItem(containsString("Which code do you mean?")));
        answer("petra.procurement", id, "Q-NDA", version(id, "Q-NDA"), Map.of("value", "NO"))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("was accepted"));
        answer("petra.procurement", id, "Q-ETHICS", version(id, "Q-ETHICS"), Map.of("value", "PARTIAL"))
                .then()
                .statusCode(200);
        submit(id).then().statusCode(200);
        acceptedAlone(id, "Q-ETHICS");
        buyer().get(QUESTIONNAIRES + id).then().body("state", equalTo("ACCEPTED"));
        assertThat(ledger(supplier)).hasSize(19);
    }

    private static void acceptedAlone(String id, String question) {
        // it names no evidence, so a word is all there is
        accept("sam.security", id, question, Map.of("verification", "DOCUMENTED"))
                .then()
                .statusCode(422);
        accept("sam.security", id, question, Map.of("verification", "SELF_ATTESTED"))
                .then()
                .statusCode(200);
    }

    @Test
    void an_earlier_answer_that_counts_is_offered_with_its_day_and_grows_no_younger() {
        // Given
        String supplier = lowRiskSupplier();
        String tag = buyer().get(SUPPLIERS + supplier).header("ETag");
        buyer().header("If-Match", tag)
                .body("""
                        {"id": "%s", "answers": [
                         {"question": "Q-NDA", "value": "YES", "verification": "DOCUMENTED", "answeredOn": "2026-02-01"},
                         {"question": "Q-ETHICS", "value": "YES", "verification": "DOCUMENTED", "answeredOn": "2024-02-01"}]}
                        """.formatted(supplier))
                .post(SUPPLIERS + supplier + "/facts")
                .then()
                .statusCode(200);
        String id = assigned(supplier, Map.of());

        // When
        Map<String, Object> offered =
                buyer().get(QUESTIONNAIRES + id + "/reusable").jsonPath().getMap("answers[0]");

        // Then
        assertThat(offered).containsEntry("question", "Q-NDA").containsEntry("answeredOn", "2026-02-01");
        buyer().get(QUESTIONNAIRES + id + "/reusable").then().body("answers", hasSize(1));
        answer(
                        "petra.procurement",
                        id,
                        "Q-NDA",
                        "\"0\"",
                        Map.of("value", "YES", "answeredOn", "2026-02-01", "evidence", "NDA 12"))
                .then()
                .statusCode(200);
        answerAll(id);
        submit(id).then().statusCode(200);
        accept("sam.security", id, "Q-NDA", Map.of("verification", "DOCUMENTED"))
                .then()
                .statusCode(200);
        assertThat(ledger(supplier))
                .filteredOn(answer -> "Q-NDA".equals(answer.get("question")))
                .extracting(answer -> answer.get("answeredOn"))
                .containsExactly("2026-02-01");
    }

    @Test
    void what_does_not_apply_needs_a_rule_a_reason_an_approver_and_an_end() {
        // Given
        String supplier = highRiskSupplier();
        String id = assigned(supplier, Map.of());
        Map<String, Object> excuse = Map.of("notApplicable", true, "reason", "Nothing is passed on.");
        answer("petra.procurement", id, "Q-SUB-FLOWDOWN", "\"0\"", excuse)
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("no rule lets this supplier leave it out"));
        String tag = buyer().get(SUPPLIERS + supplier).header("ETag");
        buyer().header("If-Match", tag)
                .body("{\"id\": \"" + supplier + "\", \"profile\": {\"subSuppliers\": false}}")
                .post(SUPPLIERS + supplier + "/facts")
                .then()
                .statusCode(200);
        answer("petra.procurement", id, "Q-SUB-FLOWDOWN", "\"0\"", excuse)
                .then()
                .statusCode(200);
        answerAll(id);
        submit(id).then().statusCode(200);

        // When
        accept("sam.security", id, "Q-SUB-FLOWDOWN", Map.of("verification", "SELF_ATTESTED"))
                .then()
                .statusCode(422)
                .body("detail", containsString("must have an end"));
        accept(
                        "sam.security",
                        id,
                        "Q-SUB-FLOWDOWN",
                        Map.of(
                                "verification",
                                "SELF_ATTESTED",
                                "validUntil",
                                today().plusDays(300).toString()))
                .then()
                .statusCode(200);

        // Then
        assertThat(ledger(supplier))
                .containsExactly(Map.of(
                        "question", "Q-SUB-FLOWDOWN",
                        "state", "NOT_APPLICABLE",
                        "reason", "Nothing is passed on.",
                        "approvedBy", "sam.security",
                        "verification", "SELF_ATTESTED",
                        "answeredOn", today().toString(),
                        "validUntil", today().plusDays(300).toString()));
    }

    @Test
    void what_a_rule_left_out_is_a_fact_only_when_somebody_else_agrees_until_a_day() {
        // Given
        String supplier = lowRiskSupplier();
        String id = assigned(supplier, Map.of());
        Map<String, String> until = Map.of("validUntil", today().plusDays(365).toString());
        buyer().body(until).post(QUESTIONNAIRES + id + "/excuses").then().statusCode(403);
        as("sam.security")
                .body(Map.of("validUntil", today().plusDays(401).toString()))
                .post(QUESTIONNAIRES + id + "/excuses")
                .then()
                .statusCode(422);

        // When
        as("sam.security")
                .body(until)
                .post(QUESTIONNAIRES + id + "/excuses")
                .then()
                .statusCode(200)
                // by the three rules: thirteen on firmware, one on sub-suppliers, one on personal data
                .body("questions", hasSize(15));

        // Then
        assertThat(ledger(supplier))
                .hasSize(15)
                .allSatisfy(answer -> assertThat(answer)
                        .containsEntry("state", "NOT_APPLICABLE")
                        .containsEntry("approvedBy", "sam.security")
                        .containsEntry("validUntil", today().plusDays(365).toString()));
    }

    @Test
    void what_one_of_two_sites_does_well_is_no_fact_before_the_other_has_answered_and_then_the_worse_counts() {
        // Given
        String supplier = supplierWithTwoSites();
        String first = assigned(supplier, Map.of("site", "S1"));
        String second = assigned(supplier, Map.of("site", "S2"));
        answerAll(first);
        answered(second, "Q-NDA", "PARTIAL");
        answered(second, "Q-RETURN", "NO");
        answerAll(second);
        submit(first).then().statusCode(200);
        submit(second).then().statusCode(200);

        // When
        accept("sam.security", first, "Q-NDA", Map.of("verification", "THIRD_PARTY_ATTESTED"))
                .then()
                .body("recorded", hasSize(0));
        assertThat(ledger(supplier)).isEmpty();
        accept("sam.security", second, "Q-RETURN", Map.of("verification", "SELF_ATTESTED"))
                .then()
                .body("recorded", equalTo(List.of("Q-RETURN")));
        accept("sam.security", second, "Q-NDA", Map.of("verification", "SELF_ATTESTED"))
                .then()
                .body("recorded", equalTo(List.of("Q-NDA")));

        // Then
        assertThat(ledger(supplier))
                .extracting(
                        answer -> answer.get("question") + " " + answer.get("value") + " " + answer.get("verification"))
                .containsExactlyInAnyOrder("Q-NDA PARTIAL SELF_ATTESTED", "Q-RETURN NO SELF_ATTESTED");
    }

    @Test
    void an_answer_to_cisa_fills_a_gap_of_ours_and_replaces_no_better_one() {
        // Given
        String supplier = lowRiskSupplier();
        String tag = buyer().get(SUPPLIERS + supplier).header("ETag");
        buyer().header("If-Match", tag)
                .body("""
                        {"id": "%s", "answers": [
                         {"question": "Q-INCIDENT-PLAYBOOK", "value": "YES", "verification": "DOCUMENTED",
                          "answeredOn": "2026-11-01"},
                         {"question": "Q-COUNTERFEIT-SCREENING", "value": "YES", "verification": "DOCUMENTED",
                          "answeredOn": "2026-11-01"}]}
                        """.formatted(supplier))
                .post(SUPPLIERS + supplier + "/facts")
                .then()
                .statusCode(200);
        String id = assigned(supplier, Map.of("template", "cisa-scrm"));
        answered(id, "CISA-5.10", "NO");
        answerAll(id);
        submit(id).then().statusCode(200);

        // When
        acceptAll(id);

        // Then
        assertThat(ledger(supplier))
                .extracting(answer -> answer.get("question") + " " + answer.get("value"))
                .containsExactlyInAnyOrder(
                        "Q-INCIDENT-PLAYBOOK YES", // a YES there says less than what is known
                        "Q-COUNTERFEIT-SCREENING NO", // the worse counts
                        "Q-ETHICS PARTIAL",
                        "Q-SECURE-DEVELOPMENT PARTIAL",
                        "Q-SUB-FLOWDOWN PARTIAL",
                        "Q-CHANGE-CONTROL PARTIAL",
                        "Q-VULNERABILITY-PROCESS PARTIAL");
    }

    @Test
    void an_accepted_questionnaire_is_opened_again_with_a_reason_and_the_ledger_keeps_what_it_knows() {
        // Given
        String supplier = lowRiskSupplier();
        String id = assigned(supplier, Map.of());
        answerAll(id);
        submit(id).then().statusCode(200);
        acceptAll(id);
        List<Map<String, Object>> before = ledger(supplier);

        // When
        buyer().body(Map.of()).post(QUESTIONNAIRES + id + "/reopen").then().statusCode(422);
        buyer().body(Map.of("reason", "The plant moved.", "questions", List.of("Q-SITE-ACCESS")))
                .post(QUESTIONNAIRES + id + "/reopen")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("note", equalTo("The plant moved."));

        // Then
        assertThat(ledger(supplier)).isEqualTo(before);
        answer("petra.procurement", id, "Q-SITE-ACCESS", version(id, "Q-SITE-ACCESS"), Map.of("value", "NO"))
                .then()
                .statusCode(200);
        answer("petra.procurement", id, "Q-NDA", version(id, "Q-NDA"), Map.of("value", "NO"))
                .then()
                .statusCode(422);
        submit(id).then().statusCode(200);
        accept("sam.security", id, "Q-SITE-ACCESS", Map.of("verification", "SELF_ATTESTED"))
                .then()
                .statusCode(200);
        assertThat(ledger(supplier))
                .filteredOn(answer -> "Q-SITE-ACCESS".equals(answer.get("question")))
                .extracting(answer -> answer.get("value"))
                .containsExactly("NO");
        buyer().body(Map.of("reason", "Too late."))
                .post(QUESTIONNAIRES + id + "/withdraw")
                .then()
                .statusCode(409);
    }
}
