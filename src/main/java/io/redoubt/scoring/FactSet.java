package io.redoubt.scoring;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one supplier, ready for evaluation, with the trail that an evaluation writes. Used once. */
public final class FactSet {
    private final FactCatalogue catalogue;
    private final List<FactRow> rows;
    private final Trail trail;
    private final FactRow supplier;
    private final FactRow unknownSite;

    /** Begins with the supplier's own row. */
    public FactSet(FactCatalogue catalogue, Builder supplierFields) {
        this.catalogue = catalogue;
        this.rows = new ArrayList<>();
        this.trail = new Trail();
        this.supplier = add(supplierFields, null, null);
        this.unknownSite = new FactRow(
                this,
                FactType.SITE,
                "unknown",
                new Builder(catalogue, FactType.SITE, "unknown").readings,
                supplier,
                null);
    }

    private FactSet(FactSet like, Trail trail) {
        this.catalogue = like.catalogue;
        this.rows = like.rows;
        this.trail = trail;
        this.supplier = like.supplier;
        this.unknownSite = like.unknownSite;
    }

    /** The same rows with the trail of some of the rules that were evaluated. */
    FactSet with(Trail part) {
        return new FactSet(this, part);
    }

    /** Adds a fact at no particular site: what a rule asks of its site is unknown. */
    public FactRow add(Builder fields) {
        return add(fields, supplier, fields.type == FactType.SITE ? null : unknownSite);
    }

    /** Adds a fact at a site. */
    public FactRow add(Builder fields, FactRow site) {
        return add(fields, supplier, site);
    }

    private FactRow add(Builder fields, @Nullable FactRow owner, @Nullable FactRow site) {
        FactRow row = new FactRow(this, fields.type, fields.key, fields.readings, owner, site);
        rows.add(row);
        return row;
    }

    public FactCatalogue catalogue() {
        return catalogue;
    }

    public List<FactRow> rows() {
        return Collections.unmodifiableList(rows);
    }

    public Trail trail() {
        return trail;
    }

    /** The readings of one row to be; every field begins unknown. */
    public static final class Builder {
        private final FactCatalogue catalogue;
        private final FactType type;
        private final String key;
        private final Reading[] readings;

        public Builder(FactCatalogue catalogue, FactType type, String key) {
            this.catalogue = catalogue;
            this.type = type;
            this.key = key;
            this.readings = catalogue.fields(type).stream()
                    .map(field -> Reading.unknown(field.type(), FactState.UNKNOWN))
                    .toArray(Reading[]::new);
        }

        public Builder set(String field, Reading reading) {
            readings[field(field).index()] = reading;
            return this;
        }

        /** Sets a value as it is written in a file. */
        public Builder set(String field, String value) {
            return set(field, Reading.known(field(field).type().parse(value)));
        }

        private FactField field(String name) {
            return catalogue.field(type, name);
        }
    }
}
