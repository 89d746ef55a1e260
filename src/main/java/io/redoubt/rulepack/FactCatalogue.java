package io.redoubt.rulepack;

import io.redoubt.shared.ValueType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a rule may ask about: the fields of each kind of fact, the questions, the countries and the jurisdiction
 * factors. A pack is read against it, so that a misspelt name is found when the pack loads and not when it is too late.
 */
public final class FactCatalogue {
    private final Map<FactType, Map<String, FactField>> fields = new EnumMap<>(FactType.class);
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private FactCatalogue(Collection<Question> questions) {
        questions.forEach(q -> this.questions.put(q.id(), q));
        for (FactType type : FactType.values()) {
            fields.put(type, new LinkedHashMap<>());
        }
    }

    /**
     * The product's catalogue.
     *
     * @param countries ISO 3166-1 alpha-3 codes
     * @param factors id of each jurisdiction factor with the type of its values; they become fields of {@code Site}
     */
    public static FactCatalogue of(
            List<String> countries, Map<String, ValueType> factors, Collection<Question> questions) {
        FactCatalogue catalogue = new FactCatalogue(questions);
        StandardFields.addTo(catalogue, countries);
        factors.forEach(
                (id, type) -> catalogue.add(FactType.SITE, id, type, "Jurisdiction factor of the site's country."));
        return catalogue;
    }

    void add(FactType owner, String name, ValueType type, String description) {
        put(owner, name, type, false, description);
    }

    void addIdentity(FactType owner, String name, ValueType type, String description) {
        put(owner, name, type, true, description);
    }

    private void put(FactType owner, String name, ValueType type, boolean identity, String description) {
        Map<String, FactField> known = fieldsByName(owner);
        if (known.containsKey(name)) {
            throw new IllegalArgumentException("The field " + owner.label() + "." + name
                    + " must be named once.\nMaybe a jurisdiction factor has the name of a standard field.");
        }
        known.put(name, new FactField(owner, name, type, known.size(), identity, description));
    }

    private Map<String, FactField> fieldsByName(FactType owner) {
        return fields.getOrDefault(owner, Map.of());
    }

    /** The field named {@code Type.field}. */
    public Optional<FactField> find(String qualifiedName) {
        int dot = qualifiedName.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : FactType.labelled(qualifiedName.substring(0, dot))
                        .flatMap(owner -> find(owner, qualifiedName.substring(dot + 1)));
    }

    public Optional<FactField> find(FactType owner, String name) {
        return Optional.ofNullable(fieldsByName(owner).get(name));
    }

    /**
     * A field that the product itself relies on.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public FactField field(FactType owner, String name) {
        return find(owner, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The field " + owner.label() + "." + name + " must be in the catalogue."));
    }

    /** The fields of a kind, by index. */
    public List<FactField> fields(FactType owner) {
        return List.copyOf(fieldsByName(owner).values());
    }

    public Collection<Question> questions() {
        return questions.values();
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }
}
