package io.redoubt.rulepack.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A condition as boxes of facts: too many to be looked at are told as such, and never as none. */
class BoxTest {
    private static final Vocabulary VOCABULARY = CatalogueFixture.vocabulary();

    private static Condition oneOf(String field, int from, int to) {
        return new AnyOf(IntStream.rangeClosed(from, to)
                .mapToObj(value -> (Condition) VOCABULARY.comparison(
                        VOCABULARY.field(field, FactType.FINDING), Operator.EQUAL, List.of(Integer.toString(value))))
                .toList());
    }

    @Test
    void aLaterPartDoesNotMakeNothingOfWhatWasCutShort() {
        // Given 20 x 20 alternatives, of which those with the last overdue day are left
        Condition condition = new AllOf(List.of(
                oneOf("Finding.days_overdue", 1, 20),
                oneOf("Supplier.overdue_findings", 1, 20),
                oneOf("Finding.days_overdue", 20, 20)));

        // When, Then
        assertThat(Box.of(condition)).hasSizeGreaterThan(Box.MOST);
    }

    @Test
    void whatCanNotBeIsNone() {
        Condition condition =
                new AllOf(List.of(oneOf("Finding.days_overdue", 1, 3), oneOf("Finding.days_overdue", 4, 6)));

        assertThat(Box.of(condition)).isEmpty();
    }
}
