package io.redoubt.scoring;

import io.redoubt.facts.Answer;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Question.Favourable;
import io.redoubt.rulepack.Question.Kind;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How answers read on a day. A favourable answer counts through the last day of its evidence and then not at all; it
 * then reads as <em>anything up to what it was</em>, so that its lapse can worsen a rating but never improve it, which
 * a plain "unknown" would for a partial answer.
 */
final class AnswerReadings {
    private static final ValueType AMOUNT = new ValueType.Quantity("");

    private final FactCatalogue catalogue;
    private final List<Question> questions;

    AnswerReadings(FactCatalogue catalogue, Collection<String> questions) {
        this.catalogue = catalogue;
        this.questions = questions.stream()
                .sorted()
                .map(id -> catalogue
                        .question(id)
                        .orElseThrow(() ->
                                new IllegalArgumentException("The question (" + id + ") must be in the catalogue.")))
                .toList();
    }

    /** @param excused questions that the pack lets this supplier leave out */
    void addTo(FactSet set, SupplierFacts facts, Set<String> excused, LocalDate asOf) {
        Map<String, Answer> latest = latest(facts, excused, asOf);
        for (Question question : questions) {
            Answer answer = latest.get(question.id());
            FactSet.Builder row = open(question);
            if (answer != null) {
                fill(row, question, answer, excused, asOf);
            }
            set.add(row);
        }
    }

    private Map<String, Answer> latest(SupplierFacts facts, Set<String> excused, LocalDate asOf) {
        Map<String, Answer> latest = new HashMap<>();
        for (Answer answer : facts.answers()) {
            if (!answer.answeredOn().isAfter(asOf) && !isBlank(answer) && !isIdle(answer, excused, asOf)) {
                latest.merge(answer.question(), answer, (a, b) -> b.answeredOn().isBefore(a.answeredOn()) ? a : b);
            }
        }
        return latest;
    }

    /** Until when answers count as they do; an unfavourable one has no end. */
    Stream<Deadline> deadlines(SupplierFacts facts, Set<String> excused, LocalDate asOf) {
        Map<String, Answer> latest = latest(facts, excused, asOf);
        return questions.stream()
                .filter(question -> latest.containsKey(question.id()))
                .flatMap(question -> deadline(question, Objects.requireNonNull(latest.get(question.id()))).stream());
    }

    private static Optional<Deadline> deadline(Question question, Answer answer) {
        boolean excused = answer.state() == FactState.NOT_APPLICABLE;
        if (!excused
                && (answer.value().isEmpty() || reading(question, answer, false).isKnown())) {
            return Optional.empty();
        }
        return Optional.of(new Deadline(
                excused ? Deadline.Kind.NOT_APPLICABLE : Deadline.Kind.ANSWER,
                question.id(),
                question.text(),
                lastDay(question, answer),
                Optional.empty()));
    }

    /** Leaving a question open later does not take back what was answered before. */
    private static boolean isBlank(Answer answer) {
        return answer.state() == FactState.UNANSWERED || answer.state() == FactState.UNKNOWN;
    }

    /** Saying that a question does not apply where it does, or no longer, does not take back what was answered before. */
    private boolean isIdle(Answer answer, Set<String> excused, LocalDate asOf) {
        return answer.state() == FactState.NOT_APPLICABLE
                && catalogue
                        .question(answer.question())
                        .filter(question -> isExcused(question, answer, excused, asOf))
                        .isEmpty();
    }

    private static boolean isExcused(Question question, Answer answer, Set<String> excused, LocalDate asOf) {
        return excused.contains(question.id())
                && isApproved(answer)
                && !lastDay(question, answer).isBefore(asOf);
    }

    void addUnanswered(FactSet set) {
        questions.forEach(question -> set.add(open(question)));
    }

    private FactSet.Builder open(Question question) {
        boolean number = question.kind() == Kind.NUMBER;
        return new FactSet.Builder(catalogue, FactType.ANSWER, question.id())
                .set("question", question.id())
                .set("value", number ? Reading.notApplicable() : unanswered(StandardFields.ANSWERS))
                .set("amount", number ? unanswered(AMOUNT) : Reading.notApplicable())
                .set("verification", unanswered(StandardFields.VERIFICATION));
    }

    private static Reading unanswered(ValueType type) {
        return Reading.unknown(type, FactState.UNANSWERED);
    }

    private static void fill(
            FactSet.Builder row, Question question, Answer answer, Set<String> excused, LocalDate asOf) {
        boolean live = !lastDay(question, answer).isBefore(asOf);
        if (isExcused(question, answer, excused, asOf)) {
            row.set("value", Reading.notApplicable())
                    .set("amount", Reading.notApplicable())
                    .set("verification", Reading.notApplicable());
        } else if (answer.state() == FactState.ANSWERED && answer.value().isPresent()) {
            long verification = StandardFields.VERIFICATION.parse(answer.verification());
            row.set(question.kind() == Kind.NUMBER ? "amount" : "value", reading(question, answer, live));
            row.set("verification", reading(StandardFields.VERIFICATION, verification, live, true));
        }
    }

    /** That a question does not apply needs a reason, somebody who agreed, and an end. */
    private static boolean isApproved(Answer answer) {
        return answer.state() == FactState.NOT_APPLICABLE
                && answer.reason().isPresent()
                && answer.approvedBy().isPresent()
                && answer.validUntil().isPresent();
    }

    /** Evidence may end sooner than an answer to the question counts, never later. */
    private static LocalDate lastDay(Question question, Answer answer) {
        LocalDate longest = answer.answeredOn().plusDays(question.validityDays());
        return answer.validUntil().filter(until -> until.isBefore(longest)).orElse(longest);
    }

    private static Reading reading(Question question, Answer answer, boolean live) {
        boolean number = question.kind() == Kind.NUMBER;
        ValueType type = number ? AMOUNT : StandardFields.ANSWERS;
        long value = type.parse(answer.value().orElseThrow());
        return reading(type, value, live, !number || question.favourable() == Favourable.HIGH);
    }

    private static Reading reading(ValueType type, long value, boolean live, boolean highIsGood) {
        Reading lapsed = Reading.lapsed(type, value, highIsGood);
        return live || lapsed.low() == lapsed.high() ? Reading.known(value) : lapsed;
    }
}
