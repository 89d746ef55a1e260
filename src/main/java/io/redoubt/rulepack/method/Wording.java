package io.redoubt.rulepack.method;

import io.redoubt.rulepack.FactCatalogue;
import java.util.List;
import java.util.Map;

/**
 * What sentences take their words from.
 *
 * @param factors title of each jurisdiction factor by id
 * @param above ids of the rows of a first-hit table that stand above a row and may catch the same, by id
 */
record Wording(
        Amounts amounts,
        FactCatalogue catalogue,
        Map<String, String> factors,
        Map<String, List<String>> above,
        Discretion discretion) {
    /** A question's id with its text. */
    Prose question(String id) {
        return catalogue
                .question(id)
                .map(question -> Prose.code(id).then(" (“" + question.text() + "”)"))
                .orElseGet(() -> Prose.code(id));
    }

    Prose factor(String id) {
        String title = factors.getOrDefault(id, "");
        return Prose.of("country factor " + (title.isEmpty() ? "" : "“" + title + "” ("))
                .then(Prose.code(id))
                .then(title.isEmpty() ? "" : ")");
    }

    /** The unit in which a question for a number is answered; empty where it is not known. */
    String unitOf(String question) {
        return catalogue.question(question).map(asked -> asked.unit()).orElse("");
    }
}
