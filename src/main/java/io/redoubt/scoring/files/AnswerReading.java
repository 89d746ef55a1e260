package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.ANSWERS;
import static io.redoubt.rulepack.StandardFields.VERIFICATION;

import io.redoubt.facts.Answer;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Question;
import io.redoubt.shared.FactState;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads one answer: its value must be of the question's kind, and only some questions may be not applicable. */
record AnswerReading(FactCatalogue catalogue) {
    private static final ValueType STATES =
            new ValueType.Codes(List.of("ANSWERED", "NOT_APPLICABLE", "UNANSWERED", "UNKNOWN"), false);

    Answer read(JsonView view) {
        JsonView answer = view.object(
                "question", "state", "value", "verification", "answeredOn", "validUntil", "reason", "approvedBy");
        String id = answer.text("question");
        Optional<Question> question = catalogue.question(id);
        if (question.isEmpty() && !id.isEmpty()) {
            answer.refuse("/question", "The question (" + Problems.shown(id) + ") must be in the questionnaire.");
        }
        FactState state = FactState.valueOf(answer.optionalCode("state", STATES).orElse("ANSWERED"));
        LocalDate answeredOn = answer.date("answeredOn");
        Optional<LocalDate> validUntil = answer.optionalDate("validUntil");
        if (validUntil.filter(until -> until.isBefore(answeredOn)).isPresent()) {
            answer.refuse("/validUntil", "The validUntil must not lie before answeredOn (" + answeredOn + ").");
        }
        if (state == FactState.NOT_APPLICABLE) {
            answer.text("reason");
            answer.text("approvedBy");
            answer.demand("validUntil");
        }
        return new Answer(
                id,
                state,
                value(answer, question, state),
                answer.optionalCode("verification", VERIFICATION).orElse("SELF_ATTESTED"),
                answeredOn,
                validUntil,
                answer.optionalText("reason"),
                answer.optionalText("approvedBy"));
    }

    private static Optional<String> value(JsonView answer, Optional<Question> question, FactState state) {
        if (state != FactState.ANSWERED) {
            if (answer.optionalText("value").isPresent()) {
                answer.refuse("/value", "The value must be left out where the state is " + state + ".");
            }
            if (state == FactState.NOT_APPLICABLE
                    && question.filter(q -> !q.notApplicable()).isPresent()) {
                answer.refuse("/state", "The question must be answered; it can't be not applicable.");
            }
            return Optional.empty();
        }
        boolean number = question.filter(q -> q.kind() == Question.Kind.NUMBER).isPresent();
        ValueType type =
                number ? new ValueType.Quantity(question.map(Question::unit).orElse("")) : ANSWERS;
        String value = answer.code("value", type);
        if (number && type.parse(value) < 0) {
            answer.refuse("/value", "The value (" + value + ") must not be negative.");
        }
        return Optional.of(value);
    }
}
