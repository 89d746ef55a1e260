package io.redoubt.questionnaire;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.questionnaire.QuestionnaireDesk.QUESTIONNAIRES;
import static io.redoubt.questionnaire.QuestionnaireDesk.SUPPLIERS;
import static io.redoubt.questionnaire.QuestionnaireDesk.accept;
import static io.redoubt.questionnaire.QuestionnaireDesk.answer;
import static io.redoubt.questionnaire.QuestionnaireDesk.answerAll;
import static io.redoubt.questionnaire.QuestionnaireDesk.answered;
import static io.redoubt.questionnaire.QuestionnaireDesk.assigned;
import static io.redoubt.questionnaire.QuestionnaireDesk.highRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.lowRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.submit;
import static io.redoubt.questionnaire.QuestionnaireDesk.supplierNobodyWorksWith;
import static io.redoubt.questionnaire.QuestionnaireDesk.supplierWithTwoSites;
import static io.redoubt.questionnaire.QuestionnaireDesk.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** From the first question to the review: who may do what, and what is told. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class QuestionnaireLifeIT {
    @Inject
    DataSource database;

    @Test
    void who_sees_little_is_asked_little_and_every_question_left_out_says_why() {
        String low = assigned(lowRiskSupplier(), Map.of());

        // 25 of the lowest tier without three on firmware and one on personal data
        buyer().get(QUESTIONNAIRES + low + "/questions").then().body("questions", hasSize(21));
        buyer().get(QUESTIONNAIRES + low + "/left-out")
                .then()
                .body("questions", hasSize(68 - 21))
                .body("questions.find { it.question == 'Q-SECURE-BOOT' }.reason", containsString("APP-01"))
                .body("questions.find { it.question == 'Q-PERSONAL-DATA' }.excused", equalTo(true))
                .body("questions.find { it.question == 'Q-MAIL' }.reason", containsString("55 points"));
        buyer().get(QUESTIONNAIRES + low).then().body("tier", equalTo("LOW"));
    }

    @Test
    void who_holds_the_keys_is_asked_everything_and_so_is_a_supplier_of_unknown_risk() {
        String high = assigned(highRiskSupplier(), Map.of("engagement", "EN-1"));
        String unknown = assigned(supplierNobodyWorksWith(), Map.of());

        buyer().get(QUESTIONNAIRES + high + "/questions").then().body("questions", hasSize(68));
        buyer().get(QUESTIONNAIRES + high + "/left-out").then().body("questions", hasSize(0));
        buyer().get(QUESTIONNAIRES + unknown)
                .then()
                .body("tier", equalTo("HIGH"))
                .body("why", containsString("not known"));
    }

    @Test
    void what_cannot_be_assigned_is_refused() {
        String supplier = supplierWithTwoSites();
        String path = SUPPLIERS + supplier + "/questionnaires";
        String due = today().plusDays(1).toString();

        refused(
                path,
                Map.of("template", "redoubt", "dueOn", today().minusDays(1).toString()),
                "must not lie before today");
        refused(path, Map.of("template", "redoubt", "dueOn", due, "site", "S9"), "must be one of the supplier's");
        refused(path, Map.of("template", "redoubt", "dueOn", due, "engagement", "EN-9"), "must be a running one");
        refused(path, Map.of("template", "redoubt", "dueOn", due, "site", "S2", "engagement", "EN-1"), "it runs at S1");
        refused(path, Map.of("template", "redoubt", "dueOn", due, "tier", "MOST"), "LOW, MEDIUM, HIGH");
        buyer().body(Map.of("template", "none", "dueOn", due)).post(path).then().statusCode(404);
        as("leo.legal")
                .body(Map.of("template", "redoubt", "dueOn", due))
                .post(path)
                .then()
                .statusCode(403);
    }

    private static void refused(String path, Map<String, String> body, String told) {
        buyer().body(body).post(path).then().statusCode(422).body("detail", containsString(told));
    }

    @Test
    void of_two_who_answer_the_same_the_second_is_told_and_other_questions_never_collide() {
        String id = assigned(lowRiskSupplier(), Map.of());
        Map<String, String> yes = Map.of("value", "YES", "evidence", "NDA of 2026");

        answer("petra.procurement", id, "Q-NDA", "\"0\"", yes)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        answer("leo.legal", id, "Q-NDA", "\"0\"", Map.of("value", "NO")).then().statusCode(412);
        answer("leo.legal", id, "Q-RETURN", "\"0\"", yes).then().statusCode(200);
        as("leo.legal")
                .body(yes)
                .put(QUESTIONNAIRES + id + "/responses/Q-ETHICS")
                .then()
                .statusCode(428);
        answer("leo.legal", id, "Q-NDA", "\"1\"", Map.of("value", "NO")).then().statusCode(200);
        buyer().get(QUESTIONNAIRES + id + "/responses/Q-NDA").then().body("given.value", equalTo("NO"));
    }

    @Test
    void many_who_answer_at_once_lose_nothing() throws Exception {
        // Given
        String id = assigned(lowRiskSupplier(), Map.of());
        List<String> questions = buyer().get(QUESTIONNAIRES + id + "/questions")
                .jsonPath()
                .getList("questions.findAll { it.kind == 'YES_PARTIAL_NO' }.id");
        ExecutorService crowd = Executors.newFixedThreadPool(8);

        // When
        List<Future<Integer>> sent = questions.stream()
                .map(question ->
                        crowd.submit(() -> answer("leo.legal", id, question, "\"0\"", Map.of("value", "PARTIAL"))
                                .statusCode()))
                .toList();
        for (Future<Integer> one : sent) {
            assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        }
        crowd.shutdown();

        // Then
        buyer().get(QUESTIONNAIRES + id + "/questions")
                .then()
                .body("questions.findAll { it.response?.given?.value == 'PARTIAL' }.id", equalTo(questions));
    }

    @Test
    void every_act_leaves_its_event() throws SQLException {
        String id = assigned(lowRiskSupplier(), Map.of());
        buyer().body(Map.of("section", "LEGAL", "person", "petra.procurement"))
                .post(QUESTIONNAIRES + id + "/delegations")
                .then()
                .statusCode(200);
        answered(id, "Q-NDA", "NO");
        buyer().body(Map.of("reason", "Nobody needs it."))
                .post(QUESTIONNAIRES + id + "/withdraw")
                .then()
                .statusCode(200);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet events = statement.executeQuery("select string_agg(action, ' ' order by id) from audit_event"
                        + " where object_type = 'questionnaire' and object_id = '" + id + "'")) {
            assertThat(events.next()).isTrue();
            assertThat(events.getString(1)).isEqualTo("assigned delegated answered withdrawn");
        }
    }

    @Test
    void a_wrong_answer_is_told_at_its_part() {
        String id = assigned(lowRiskSupplier(), Map.of());

        answer("petra.procurement", id, "Q-NDA", "\"0\"", Map.of("value", "PERHAPS"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/responses/Q-NDA/value"))
                .body("violations[0].message", containsString("YES, PARTIAL, NO"));
        answer("petra.procurement", id, "Q-NDA", "\"0\"", Map.of("value", "YES", "answeredOn", "2099-01-01"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/responses/Q-NDA/answeredOn"));
        answer("petra.procurement", id, "Q-MAIL", "\"0\"", Map.of("value", "YES"))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("asked here"));
        answer("petra.procurement", id, "Q-ETHICS", "\"0\"", Map.of("value", "YES", "comment", "a\u202Eb"))
                .then()
                .statusCode(422);
        answer("emma.engineering", id, "Q-ETHICS", "\"0\"", Map.of("notApplicable", true, "reason", "We are small."))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("can't be not applicable"));
    }

    @Test
    void a_section_that_was_delegated_is_answered_by_that_person_alone() {
        String id = assigned(lowRiskSupplier(), Map.of());
        buyer().body(Map.of("section", "LEGAL", "person", "leo.legal"))
                .post(QUESTIONNAIRES + id + "/delegations")
                .then()
                .statusCode(200)
                .body("delegations[0].person", equalTo("leo.legal"));

        answer("petra.procurement", id, "Q-NDA", "\"0\"", Map.of("value", "NO"))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("answered by leo.legal"));
        answer("leo.legal", id, "Q-NDA", "\"0\"", Map.of("value", "NO")).then().statusCode(200);
        answer("petra.procurement", id, "Q-ETHICS", "\"0\"", Map.of("value", "NO"))
                .then()
                .statusCode(200);
        buyer().body(Map.of("section", "NONE", "person", "leo.legal"))
                .post(QUESTIONNAIRES + id + "/delegations")
                .then()
                .statusCode(422);
    }

    @Test
    void answers_show_what_follows_and_a_tip_appears_beside_a_risky_answer_alone() {
        String id = assigned(lowRiskSupplier(), Map.of());
        String tip = "questions.find { it.id == 'Q-NDA' }.tip";
        String follows = "questions.find { it.id == 'F-NDA-SIGNED' }.shown";
        buyer().get(QUESTIONNAIRES + id + "/questions")
                .then()
                .body(tip, nullValue())
                .body(follows, equalTo(false));

        answered(id, "Q-NDA", "NO");

        buyer().get(QUESTIONNAIRES + id + "/questions")
                .then()
                .body(tip, containsString("Without an agreement"))
                .body(follows, equalTo(false));
        answer("petra.procurement", id, "Q-NDA", "\"1\"", Map.of("value", "YES"))
                .then()
                .statusCode(200);
        buyer().get(QUESTIONNAIRES + id + "/questions")
                .then()
                .body(tip, nullValue())
                .body(follows, equalTo(true));
    }

    @Test
    void what_is_open_keeps_a_questionnaire_from_being_handed_in() {
        String id = assigned(lowRiskSupplier(), Map.of());
        answer("petra.procurement", id, "Q-NDA", "\"0\"", Map.of("value", "YES"))
                .then()
                .statusCode(200);

        submit(id)
                .then()
                .statusCode(422)
                .body("violations", hasSize(21 - 1))
                .body(
                        "violations.pointer",
                        hasItems("/responses/Q-NDA", "/responses/F-NDA-SIGNED", "/responses/Q-ETHICS"))
                .body(
                        "violations.find { it.pointer == '/responses/Q-NDA' }.message",
                        containsString("must name its evidence"));
        buyer().get(QUESTIONNAIRES + id).then().body("state", equalTo("OPEN"));
    }

    @Test
    void nobody_reviews_what_he_wrote_or_submitted() throws SQLException {
        String id = assigned(highRiskSupplier(), Map.of());
        answer("sam.security", id, "Q-ETHICS", "\"0\"", Map.of("value", "YES"))
                .then()
                .statusCode(200);
        answer("petra.procurement", id, "Q-ETHICS", "\"1\"", Map.of("value", "PARTIAL"))
                .then()
                .statusCode(200);
        answerAll(id);
        submit(id).then().statusCode(200);

        accept("petra.procurement", id, "Q-NDA", Map.of("verification", "DOCUMENTED"))
                .then()
                .statusCode(403);
        accept("sam.security", id, "Q-ETHICS", Map.of("verification", "SELF_ATTESTED"))
                .then()
                .statusCode(403);
        accept("leo.legal", id, "Q-NDA", Map.of("verification", "DOCUMENTED"))
                .then()
                .statusCode(403);
        as("sam.security")
                .get("/api/v1/review-queue?limit=500")
                .then()
                .body(
                        "items.findAll { it.questionnaire == '" + id + "' && !it.mayReview }.question",
                        equalTo(List.of("Q-ETHICS")));
    }

    @Test
    void the_database_refuses_what_the_service_refuses() throws SQLException {
        // Given
        String id = assigned(lowRiskSupplier(), Map.of());
        answerAll(id);
        String of = " where questionnaire_id = '" + id + "' and question = 'Q-NDA'";
        String accepted = "update questionnaire_response set review = 'ACCEPTED', verification = 'WITNESSED',"
                + " reviewed_at = now(), reviewed_by = ";

        // When, Then
        refusedBy(accepted + "'sam.security'" + of, "Only what was submitted can be reviewed");
        submit(id).then().statusCode(200);
        refusedBy("update questionnaire_response set body = '{}'" + of, "submitted response must not change");
        refusedBy(accepted + "'petra.procurement'" + of, "neither wrote nor submitted");
        refusedBy("delete from questionnaire_response" + of, "must not be deleted");
        refusedBy("delete from questionnaire where id = '" + id + "'", "must not be deleted");
        refusedBy("update questionnaire set form = '{}' where id = '" + id + "'", "must stay");
        refusedBy("update questionnaire set supplier_id = 'S-1' where id = '" + id + "'", "must stay");
        refusedBy("update questionnaire set state = 'ACCEPTED' where id = '" + id + "'", "when all of its answers are");
        refusedBy("update questionnaire set state = 'OPEN' where id = '" + id + "'", "needs a reason");
        refusedBy("update questionnaire set submitted_by = 'x' where id = '" + id + "'", "must stay");
        refusedBy("delete from questionnaire_author", "must not be changed");
        refusedBy(
                "insert into questionnaire_response (id, questionnaire_id, question, version, body, answered_by,"
                        + " answered_at, review) values (gen_random_uuid(), '" + id
                        + "', 'X', 1, '{}', 'x', now(), 'PENDING')",
                "must begin unreviewed in an open questionnaire");
        accept("sam.security", id, "Q-NDA", Map.of("verification", "DOCUMENTED"))
                .then()
                .statusCode(200);
        refusedBy("update questionnaire_response set verification = 'WITNESSED'" + of, "must not be edited");
        refusedBy(accepted + "'anna.auditor'" + of, "must not be edited");
    }

    private void refusedBy(String sql, String told) {
        ThrowingCallable act = () -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        };
        org.assertj.core.api.Assertions.assertThatThrownBy(act)
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(told);
    }
}
