package io.redoubt.jurisdiction.files;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.Texts;
import io.redoubt.jurisdiction.Factor;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code values.csv}: a factor's value per country, either one {@code value} or an estimate with its error, which
 * becomes the range {@code [low, high] = estimate ∓ one standard error}. The estimate and its error stand beside the
 * range so that a reader can check it against the publisher's table, and here the sum is checked. {@code since} and
 * {@code note} are for that reader too; rules don't see them.
 */
final class ValuesFile {
    private static final List<String> RANGE = List.of("low", "high", "estimate", "standard_error");
    private static final List<String> REMARKS = List.of("since", "note");

    private final Factor factor;
    private final Set<String> countries;
    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Reading> readings = new TreeMap<>();

    ValuesFile(Factor factor, Set<String> countries, Problems problems) {
        this.factor = factor;
        this.countries = countries;
        this.problems = problems;
    }

    /** The readings by country; those that could be read where there are problems. */
    Map<String, Reading> read(Texts texts) {
        String file = factor.id() + "/values.csv";
        texts.text(file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .ifPresent(this::addAll);
        return Collections.unmodifiableMap(readings);
    }

    private void addAll(CsvTable table) {
        Optional<String> range = RANGE.stream().filter(table::has).findFirst();
        if (range.isPresent() && table.has("value")) {
            problems.add(
                    table.headerPlace(table.header().indexOf(range.get())),
                    "The column (" + range.get()
                            + ") must not stand beside the column value.\nMaybe keep one of them.");
            return;
        }
        if (range.isPresent() && !(factor.type() instanceof ValueType.Quantity)) {
            problems.add(
                    table.headerPlace(table.header().indexOf(range.get())),
                    "The column (" + range.get() + ") must belong to a number.\nMaybe name the column value.");
            return;
        }
        table.columns(
                range.isPresent()
                        ? List.of("country", "low", "high", "estimate", "standard_error")
                        : List.of("country", "value"),
                REMARKS);
        for (CsvRow row : table.rows()) {
            String country = country(row);
            row.optionalDate("since");
            row.cell("note").refuseFormula();
            Optional<Reading> reading =
                    range.isPresent() ? estimate(row) : value(row.cell("value")).map(Reading::known);
            reading.ifPresent(known -> readings.put(country, known));
        }
    }

    private String country(CsvRow row) {
        Scalar cell = row.cell("country");
        String country = cell.raw();
        Integer earlier = lines.putIfAbsent(country, row.place().line());
        if (!countries.isEmpty() && !countries.contains(country)) {
            cell.refuse("be in countries.csv.\nMaybe write its three-letter ISO 3166-1 code.");
        } else if (earlier != null) {
            cell.refuse("stand only once.\nMaybe remove this row or the one on line " + earlier + ".");
        }
        return country;
    }

    private Optional<Long> value(Scalar cell) {
        return cell.value(factor.type());
    }

    private Optional<Reading> estimate(CsvRow row) {
        Optional<Long> low = value(row.cell("low"));
        Optional<Long> high = value(row.cell("high"));
        Optional<Long> estimate = value(row.cell("estimate"));
        Optional<Long> error = value(row.cell("standard_error"));
        if (low.isEmpty() || high.isEmpty() || estimate.isEmpty() || error.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() > high.get()) {
            row.cell("low").refuse("be at most the high (" + Micros.format(high.get()) + ").\nMaybe swap the two.");
            return Optional.empty();
        }
        checkSum(row.cell("low"), low.get(), estimate.get() - error.get(), "less");
        checkSum(row.cell("high"), high.get(), estimate.get() + error.get(), "plus");
        return Optional.of(Reading.within(low.get(), high.get()));
    }

    private static void checkSum(Scalar cell, long written, long expected, String sign) {
        if (written != expected) {
            cell.refuse("be the estimate " + sign + " one standard error (" + Micros.format(expected) + ").");
        }
    }
}
