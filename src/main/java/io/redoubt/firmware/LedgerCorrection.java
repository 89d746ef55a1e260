package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What new evidence corrects in the ledger of a supplier. A fact is taken as it stands, some of it is changed, and it goes
 * back whole, so that what the evidence does not bear on stays. Every change is told with what was there before, and so is
 * everything that was left alone because the ledger holds something stronger.
 */
final class LedgerCorrection {
    private final JsonNode ledger;
    private final ObjectNode release;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final List<Change> changes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    final LocalDate today;

    /**
     * @param ledger the supplier's document as it is today
     * @param release the release in it that the evidence is of
     */
    LedgerCorrection(JsonNode ledger, JsonNode release, LocalDate today) {
        this.ledger = ledger;
        this.release = release.deepCopy();
        this.today = today;
        document.put("id", ledger.path("id").asText());
    }

    /** A field of a fact, before and after; null where it is not known. */
    record Change(
            String fact,
            String field,
            @Nullable String before,
            @Nullable String after) {}

    /** A fact that stays as it is, and why. */
    record Kept(String fact, String why) {}

    List<Change> changes() {
        return List.copyOf(changes);
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** The document that records the changes. */
    ObjectNode document() {
        return document;
    }

    String product() {
        return release.path("product").asText();
    }

    LocalDate releasedOn() {
        return LocalDate.parse(release.path("releasedOn").asText());
    }

    JsonNode released(String field) {
        return release.path(field);
    }

    /** Whether a later release of the product is listed. */
    boolean isOutdated() {
        return StreamSupport.stream(ledger.path("firmwareReleases").spliterator(), false)
                .filter(other -> other.path("product").asText().equals(product()))
                .anyMatch(other ->
                        LocalDate.parse(other.path("releasedOn").asText()).isAfter(releasedOn()));
    }

    /** Sets a field of the release; null makes it unknown again. */
    void release(String field, @Nullable JsonNode value) {
        if (set("firmwareReleases/" + release.path("id").asText(), release, field, value)
                && !document.has("firmwareReleases")) {
            document.putArray("firmwareReleases").add(release);
        }
    }

    /** The weakness of the product as the ledger has it. */
    Optional<JsonNode> weakness(String id) {
        return StreamSupport.stream(ledger.path("vulnerabilities").spliterator(), false)
                .filter(one -> one.path("id").asText().equalsIgnoreCase(id)
                        && one.path("product").asText().equals(product()))
                .findFirst();
    }

    /** The first fact of a list with a field of that text. */
    Optional<JsonNode> listed(String list, String field, String text) {
        return StreamSupport.stream(ledger.path(list).spliterator(), false)
                .filter(one -> one.path(field).asText().equals(text))
                .findFirst();
    }

    /** Records a fact of a list in place of what the ledger has under its name. */
    void put(String list, String name, Optional<JsonNode> before, ObjectNode after) {
        ObjectNode old = JsonNodeFactory.instance.objectNode();
        before.filter(JsonNode::isObject).ifPresent(node -> old.setAll((ObjectNode) node));
        boolean changed = false;
        for (var field : after.properties()) {
            changed |= set(list + "/" + name, old, field.getKey(), field.getValue());
        }
        List<String> gone = new ArrayList<>();
        old.fieldNames().forEachRemaining(field -> {
            if (!after.has(field)) {
                gone.add(field);
            }
        });
        for (String field : gone) {
            changed |= set(list + "/" + name, old, field, null);
        }
        if (changed) {
            document.withArray(list).add(after);
        }
    }

    void keep(String fact, String why) {
        kept.add(new Kept(fact, why));
    }

    private boolean set(String fact, ObjectNode node, String field, @Nullable JsonNode value) {
        String before = told(node.path(field));
        String after = value == null ? null : told(value);
        if (Objects.equals(before, after)) {
            return false;
        }
        if (value == null) {
            node.remove(field);
        } else {
            node.set(field, value);
        }
        changes.add(new Change(fact, field, before, after));
        return true;
    }

    private static @Nullable String told(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
