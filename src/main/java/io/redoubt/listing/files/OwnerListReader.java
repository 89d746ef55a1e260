package io.redoubt.listing.files;

import io.redoubt.facts.OwnerIdentifier;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.SourceEntry;
import io.redoubt.files.Texts;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.listing.OwnerList;
import io.redoubt.listing.OwnerLists;
import io.redoubt.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads lists of owners, a folder each: {@code list.yaml} says where the list comes from and whether it binds the buyer,
 * {@code owners.csv} has a row for each owner and period. The name may be left out, as that of a person should be.
 */
public final class OwnerListReader {
    private static final Pattern SCHEME = Pattern.compile("[A-Z][A-Z0-9-]{1,30}");

    private final Texts texts;
    private final Problems problems;

    private OwnerListReader(Texts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /** The lists; to be used only where no problem was added. */
    public static OwnerLists read(Texts texts, Problems problems) {
        OwnerListReader reader = new OwnerListReader(texts, problems);
        TreeMap<String, OwnerList> lists = new TreeMap<>();
        texts.folders().forEach(id -> reader.list(id).ifPresent(list -> lists.put(id, list)));
        return new OwnerLists(lists);
    }

    private Optional<OwnerList> list(String id) {
        String manifest = id + "/list.yaml";
        List<OwnerList.Entry> entries = entries(id + "/owners.csv");
        return texts.text(manifest, problems).map(text -> {
            YamlMap yaml = YamlNode.of(manifest, text, problems).map("title", "description", "applies", "source");
            String title = yaml.text("title");
            yaml.text("description");
            boolean applies = yaml.flag("applies");
            Source source = SourceEntry.of(yaml);
            return new OwnerList(id, title, source, applies, entries);
        });
    }

    private List<OwnerList.Entry> entries(String file) {
        List<OwnerList.Entry> entries = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        texts.text(file, problems)
                .flatMap(text -> CsvTable.of(file, text, problems))
                .ifPresent(table -> {
                    table.columns(List.of("scheme", "identifier", "name", "from", "until"), List.of("note"));
                    table.rows().forEach(row -> entries.add(entry(row, seen)));
                });
        return entries;
    }

    private static OwnerList.Entry entry(CsvRow row, Set<List<Object>> seen) {
        OwnerIdentifier identifier = new OwnerIdentifier(
                row.cell("scheme").raw(), row.cell("identifier").raw());
        List.of("name", "note").forEach(column -> row.cell(column).refuseFormula());
        LocalDate from = row.date("from");
        Optional<LocalDate> until = row.optionalDate("until");
        if (!SCHEME.matcher(identifier.scheme()).matches()) {
            row.cell("scheme").refuse("be LEI, DUNS, VAT or the code of another register in capital letters.");
        }
        identifier
                .rule()
                .ifPresentOrElse(
                        rule -> row.cell("identifier").refuse(rule),
                        () -> row.cell("identifier").refuseFormula());
        if (until.filter(last -> last.isBefore(from)).isPresent()) {
            row.cell("until").refuse("not lie before the day from which it is listed (" + from + ").");
        }
        if (!seen.add(List.of(identifier.plain(), from))) {
            row.cell("identifier").refuse("stand only once for a day.\nMaybe remove one of the rows.");
        }
        return new OwnerList.Entry(identifier, row.cell("name").raw(), from, until);
    }
}
