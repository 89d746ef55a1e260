package io.redoubt.jurisdiction.files;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.Texts;
import io.redoubt.jurisdiction.Country;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@code countries.csv}: the countries that factors and sites may name. A code may stand for one country only. A
 * region may be blank, since the United Nations put Antarctica in none.
 */
final class CountryFile {
    private static final String FILE = "countries.csv";
    private static final Pattern ISO3 = Pattern.compile("[A-Z]{3}");
    private static final Pattern ISO2 = Pattern.compile("[A-Z]{2}");

    private final Problems problems;
    private final Set<String> codes = new HashSet<>();
    private final SortedMap<String, Country> countries = new TreeMap<>();

    CountryFile(Problems problems) {
        this.problems = problems;
    }

    /** The countries by ISO alpha-3 code; those that could be read where there are problems. */
    SortedMap<String, Country> read(Texts texts) {
        texts.text(FILE, problems)
                .flatMap(text -> CsvTable.of(FILE, text, problems))
                .ifPresent(this::addAll);
        return Collections.unmodifiableSortedMap(countries);
    }

    private void addAll(CsvTable table) {
        table.columns(List.of("iso3", "iso2", "name", "region"), List.of());
        for (CsvRow row : table.rows()) {
            String iso3 = code(row.cell("iso3"), ISO3, "be three capital letters such as DEU.");
            String iso2 = code(row.cell("iso2"), ISO2, "be two capital letters such as DE.");
            List.of("name", "region").forEach(column -> row.cell(column).refuseFormula());
            String region = row.cell("region").raw();
            countries.putIfAbsent(iso3, new Country(iso3, iso2, row.text("name"), region));
        }
    }

    private String code(Scalar cell, Pattern form, String rule) {
        String code = cell.raw();
        if (!form.matcher(code).matches()) {
            cell.refuse(rule);
        } else if (!codes.add(code)) {
            cell.refuse("stand only once.\nMaybe remove one of the rows.");
        }
        return code;
    }
}
