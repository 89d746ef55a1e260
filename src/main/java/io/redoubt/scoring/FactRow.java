package io.redoubt.scoring;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One fact as rules see it: a reading for every field of its kind, and the rows it belongs to. Conditions on the
 * supplier or the site are read through the row, so a rule never joins facts and costs no more for reading them.
 */
public final class FactRow {
    /** Key of the row that stands for what a list may leave out. */
    static final String UNLISTED = "not listed";

    private final FactType type;
    private final String key;
    private final Reading[] readings;
    private final @Nullable FactRow supplier;
    private final @Nullable FactRow site;
    private final Trail trail;
    private final int number;

    FactRow(
            FactSet set,
            FactType type,
            String key,
            Reading[] readings,
            @Nullable FactRow supplier,
            @Nullable FactRow site) {
        this.type = type;
        this.key = key;
        this.readings = readings;
        this.supplier = supplier;
        this.site = site;
        this.trail = set.trail();
        this.number = set.rows().size();
    }

    private FactRow(FactRow like, Reading[] readings) {
        this.type = like.type;
        this.key = like.key;
        this.readings = readings;
        this.supplier = like.supplier;
        this.site = like.site;
        this.trail = like.trail;
        this.number = like.number;
    }

    /** The same fact if one of its own fields were known to have a value. */
    FactRow with(FactField field, long value) {
        Reading[] changed = readings.clone();
        changed[field.index()] = new Reading(changed[field.index()].state(), value, value);
        return new FactRow(this, changed);
    }

    public FactType type() {
        return type;
    }

    /** Names the fact among those of its kind, such as the question or the id of a finding. */
    public String key() {
        return key;
    }

    /** Where this row stands among the rows of its supplier. */
    public int number() {
        return number;
    }

    /** The buffer that firings on this row are written to. */
    public Trail trail() {
        return trail;
    }

    /** What is known of a field of this row or of a row it belongs to. */
    public Reading read(FactField field) {
        return owner(field.owner()).readings[field.index()];
    }

    /** Whether it stands for any number of facts that nobody listed. */
    boolean isUnlisted() {
        return key.equals(UNLISTED);
    }

    /** Whether nothing about this fact applies to the supplier, so that it leaves both ends of the rating. */
    public boolean excused() {
        return Arrays.stream(readings).skip(1).allMatch(reading -> reading.state() == FactState.NOT_APPLICABLE);
    }

    /** Whether something about this fact is still to be found out, with nothing known of it. */
    boolean isOpen() {
        return Arrays.stream(readings).skip(1).anyMatch(Reading::isOpen);
    }

    /** Whether a field of its own may have several values but not just any. */
    boolean hasRange() {
        for (Reading reading : readings) {
            if (!reading.isOpen() && reading.low() < reading.high()) {
                return true;
            }
        }
        return false;
    }

    private FactRow owner(FactType wanted) {
        FactRow owner = wanted == type ? this : wanted == FactType.SITE ? site : supplier;
        if (owner == null) {
            throw new IllegalArgumentException("The fact " + this + " must belong to a " + wanted.label() + ".");
        }
        return owner;
    }

    @Override
    public String toString() {
        return type == FactType.SUPPLIER ? type.label() : type.label() + " " + key;
    }
}
