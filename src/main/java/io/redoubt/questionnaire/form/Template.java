package io.redoubt.questionnaire.form;

import io.redoubt.shared.Source;
import java.util.List;
import java.util.Optional;

/**
 * A questionnaire before anybody is asked.
 *
 * @param hash SHA-256 of the texts it was read from
 * @param tiers from the one that asks least
 * @param questions in the order in which they are asked
 */
public record Template(
        String id,
        String title,
        String version,
        String description,
        Source source,
        String hash,
        List<Tier> tiers,
        List<Section> sections,
        List<FormQuestion> questions,
        List<Gives> mapping) {
    /** Attention falls after so many questions: no tier asks more by itself. */
    public static final int MOST_QUESTIONS = 100;

    public Template {
        tiers = List.copyOf(tiers);
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        mapping = List.copyOf(mapping);
    }

    public Optional<Tier> tier(String tier) {
        return tiers.stream().filter(one -> one.id().equals(tier)).findFirst();
    }

    /** How far down the list of tiers one stands. */
    int rank(String tier) {
        return tiers.stream().map(Tier::id).toList().indexOf(tier);
    }

    /** Whether a tier asks a question. */
    public boolean asks(Tier tier, FormQuestion question) {
        return rank(question.tier()) <= rank(tier.id());
    }

    /**
     * The tier that an inherent risk calls for.
     *
     * @param points rounded up; empty where it is not known, which calls for all that is asked without an order
     */
    public Tier tierFor(Optional<Integer> points) {
        int risk = points.orElse(Integer.MAX_VALUE);
        Tier found = tiers.get(0);
        for (Tier tier : tiers) {
            if (tier.from().filter(from -> from <= risk).isPresent()) {
                found = tier;
            }
        }
        return found;
    }
}
