package io.redoubt.bench;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.scoring.FactRow;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;

/** A finding as hand-written code and other engines see it: plain numbers, a range for what may be more than known. */
public final class FindingSubject {
    private final int number;
    private final int severity;
    private final int status;
    private final long daysOverdue;
    private final long[] least;
    private final long[] most;
    private final Tally tally;

    FindingSubject(int number, FactCatalogue catalogue, FactRow row, Tally tally) {
        this.number = number;
        this.severity =
                (int) row.read(catalogue.field(FactType.FINDING, "severity")).low();
        this.status =
                (int) row.read(catalogue.field(FactType.FINDING, "status")).low();
        this.daysOverdue =
                row.read(catalogue.field(FactType.FINDING, "days_overdue")).low() / Micros.ONE;
        this.least = new long[FindingRule.COUNTS.size()];
        this.most = new long[FindingRule.COUNTS.size()];
        for (int i = 0; i < least.length; i++) {
            FactField field = catalogue.field(FactType.SUPPLIER, FindingRule.COUNTS.get(i));
            Reading reading = row.read(field);
            least[i] = reading.isOpen() ? 0 : reading.low() / Micros.ONE;
            most[i] = reading.isOpen() ? Long.MAX_VALUE : reading.high() / Micros.ONE;
        }
        this.tally = tally;
    }

    int severity() {
        return severity;
    }

    int status() {
        return status;
    }

    long daysOverdue() {
        return daysOverdue;
    }

    long least(int count) {
        return least[count];
    }

    long most(int count) {
        return most[count];
    }

    /** Writes a firing into the trail of its supplier. */
    void fired(int rule, boolean certain) {
        tally.add(rule, number, certain);
    }
}
