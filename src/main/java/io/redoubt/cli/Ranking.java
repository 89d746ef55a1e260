package io.redoubt.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Clearance;
import io.redoubt.scoring.EngagementRisk;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.Reason;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.shared.Points;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outcomes in the order of least risk: rated by their worst end, then unrated, then disqualified. */
final class Ranking {
    private static final int WIDEST = 34;

    private final Methodology methodology;
    private final RulePack pack;
    private final List<RatingOutcome> outcomes;
    private final List<String> headings;
    private final List<Entry> entries = new ArrayList<>();

    /** A supplier and what came out. */
    private record Entry(SupplierFacts supplier, RatingOutcome outcome) {
        int precedence() {
            return outcome instanceof Rated ? 0 : outcome instanceof Disqualified ? 2 : 1;
        }

        Points worst() {
            return Points.whole(outcome.detail().overall().worst().headline());
        }
    }

    Ranking(Methodology methodology, List<SupplierFacts> suppliers, List<RatingOutcome> outcomes) {
        this.methodology = methodology;
        this.pack = methodology.pack();
        this.outcomes = List.copyOf(outcomes);
        this.headings = headings(pack);
        for (int i = 0; i < suppliers.size(); i++) {
            entries.add(new Entry(suppliers.get(i), outcomes.get(i)));
        }
        entries.sort(Comparator.comparingInt(Entry::precedence)
                .thenComparing(Entry::worst, pack.aggregation().scale().byRisk())
                .thenComparing(entry -> entry.supplier().id()));
    }

    /** Where more is better the number is no risk; and a pack without reasons or locations has no column for them. */
    private static List<String> headings(RulePack pack) {
        List<String> headings = new ArrayList<>(List.of("supplier", "name", "sites", "badge"));
        headings.add(pack.aggregation().scale().isHigh() ? "risk" : "points");
        headings.addAll(List.of("could be", "control"));
        if (pack.judgesLocation()) {
            headings.add("location");
        }
        headings.addAll(List.of("coverage", "cleared"));
        if (pack.aggregation().reasons().top() > 0) {
            headings.add("reasons");
        }
        headings.add("marks");
        return List.copyOf(headings);
    }

    String json() {
        return entries.stream()
                .map(entry -> OutcomeJson.write(entry.outcome(), pack, methodology.data())
                        .toString())
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    String csv() {
        StringWriter text = new StringWriter();
        // Closed before the text is taken: the writer keeps the last lines, in a short ranking all of them.
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            entries.forEach(entry -> csv.writeRecord(
                    cells(entry).stream().map(Ranking::neutralised).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell that a spreadsheet would take for a formula is shown as text. */
    private static String neutralised(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    String table(LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings);
        entries.forEach(entry -> rows.add(cells(entry)));
        int[] widths = new int[headings.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        return text.append('\n')
                .append("As of ")
                .append(day)
                .append(", methodology ")
                .append(MethodologyLine.of(methodology))
                .append(". ")
                .append(scale())
                .append('\n')
                .append(new WeightsFooter(pack, outcomes).text())
                .toString();
    }

    private String scale() {
        Scale scale = pack.aggregation().scale();
        return scale.isHigh()
                ? "Risk is the worst end, " + scale.from() + " none to " + scale.to()
                        + " most; it could be as low as shown if the open items come back well."
                : "Points are the worst end, " + scale.from() + " most risk to " + scale.to()
                        + " none: more is better; they could be as high as shown if the open items come back well.";
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String shown = cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
            line.append(String.format(Locale.ROOT, "%-" + widths[i] + "s  ", shown));
        }
        return line.toString().stripTrailing();
    }

    private List<String> cells(Entry entry) {
        RatingDetail detail = entry.outcome().detail();
        boolean number = entry.outcome() instanceof Rated;
        List<String> cells = new ArrayList<>(List.of(
                entry.supplier().id(),
                entry.supplier().name(),
                entry.supplier().sites().stream().map(Site::country).distinct().collect(Collectors.joining(" ")),
                entry.outcome().badge(),
                number ? Integer.toString(detail.overall().worst().headline()) : "–",
                number ? Integer.toString(detail.overall().couldBe()) : "–",
                number ? interval(detail.control()) : "–"));
        if (pack.judgesLocation()) {
            cells.add(number ? interval(detail.location()) : "–");
        }
        cells.add(detail.coverage().ppm() / 10_000 + " %");
        cells.add(cleared(detail));
        if (pack.aggregation().reasons().top() > 0) {
            cells.add(number ? detail.reasons().stream().map(Reason::code).collect(Collectors.joining(" ")) : "–");
        }
        cells.add(marks(entry));
        return cells;
    }

    private static String interval(Figure figure) {
        return figure.couldBe() + "–" + figure.worst().headline();
    }

    private static String cleared(RatingDetail detail) {
        long cleared = detail.clearances().values().stream()
                .filter(c -> c.status() == Clearance.Status.CLEARED || c.status() == Clearance.Status.CLEARED_BY_WAIVER)
                .count();
        return cleared + " of " + detail.clearances().size();
    }

    private static String marks(Entry entry) {
        List<String> marks = new ArrayList<>();
        RatingDetail detail = entry.outcome().detail();
        if (entry.outcome() instanceof Disqualified disqualified) {
            marks.add(String.join(" ", disqualified.rules()));
        }
        if (detail.disputed()) {
            marks.add("disputed");
        }
        Stream<Clearance> ofEngagements = detail.engagements().values().stream().map(EngagementRisk::clearance);
        if (Stream.concat(detail.clearances().values().stream(), ofEngagements)
                .anyMatch(c -> c.status() == Clearance.Status.CLEARED_BY_WAIVER)) {
            marks.add("waiver");
        }
        return String.join(", ", marks);
    }
}
