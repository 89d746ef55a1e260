package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Writes facts as the document that {@link SupplierFactsReader} reads: the same names, decimals as text, empty values
 * left out. Every record of the facts is written by its own component names, so a fact that is added can't be forgotten
 * here.
 */
public final class SupplierFactsJson {
    private static final Set<String> DECIMALS =
            Set.of("percent", "sbomCompleteness", "referenceDeviation", "days", "level", "securityLevel");

    /** Kept, because a class makes its list anew for everyone who asks. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private SupplierFactsJson() {}

    /** The document without jurisdiction readings. */
    public static ObjectNode document(SupplierFacts facts) {
        ObjectNode node = object(facts);
        node.remove("jurisdictions");
        return node;
    }

    /** Everything a replay needs: the document, and the readings it was rated with. */
    public static ObjectNode snapshot(SupplierFacts facts) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("supplier", document(facts));
        ObjectNode countries = node.putObject("jurisdictions");
        facts.jurisdictions().forEach((country, readings) -> countries.set(country, readings(readings)));
        return node;
    }

    private static ObjectNode readings(SortedMap<String, Reading> readings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        readings.forEach((factor, reading) -> node.putObject(factor)
                .put("state", reading.state().name())
                .put("low", Long.toString(reading.low()))
                .put("high", Long.toString(reading.high())));
        return node;
    }

    /** One fact as it stands in its list. */
    public static ObjectNode object(Record fact) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : COMPONENTS.get(fact.getClass())) {
            put(node, component.getName(), read(fact, component));
        }
        return node;
    }

    private static Object read(Record fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record " + fact.getClass() + " must be readable.", e);
        }
    }

    private static void put(ObjectNode node, String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(node, name, present));
        } else if (value instanceof Collection<?> list) {
            ArrayNode array = list.isEmpty() ? JsonNodeFactory.instance.arrayNode() : node.putArray(name);
            list.forEach(item -> array.add(
                    item instanceof Record fact
                            ? object(fact)
                            : JsonNodeFactory.instance.textNode(String.valueOf(item))));
        } else if (value instanceof Record fact) {
            ObjectNode inner = object(fact);
            if (!inner.isEmpty()) {
                node.set(name, inner);
            }
        } else if (value instanceof Boolean flag) {
            node.put(name, flag);
        } else if (value instanceof Long micros && DECIMALS.contains(name)) {
            node.put(name, Micros.format(micros));
        } else if (!(value instanceof SortedMap)) {
            node.put(name, value.toString());
        }
    }
}
