package io.redoubt.fuzz;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.rulepack.drl.DrlRenderer;
import io.redoubt.rulepack.drl.SafeDrlReader;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What holds for every mutant. Refused: each problem names a file that there is, its line where it has one, and says
 * what must be in words that do nothing to a terminal. Accepted: no hidden character got into the model, and what is
 * written of it stays inside its grammar and is read as the same again.
 */
final class Invariants {
    /** One or two lines, the second a hint. */
    private static final Pattern TOLD = Pattern.compile(
            "[^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]{8,}(?:\\nMaybe [^\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+)?");

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]");
    /** What quotes, a row or an annotation can't be blamed for: the file as a whole is wrong. */
    private static final Pattern WHOLE_FILE = Pattern.compile("The (?:file|pack|folder) .*", Pattern.DOTALL);

    private static final Pattern CSV = Pattern.compile(
            "(?:(?:\"(?:[^\"]|\"\")*+\"|[^\",\\r\\n]*+)(?:,(?:\"(?:[^\"]|\"\")*+\"|[^\",\\r\\n]*+))*+\\n)++");

    private Invariants() {}

    static void check(Mutant mutant, Verdict verdict) {
        if (!verdict.isAccepted()) {
            holds(!verdict.problems().isEmpty(), "refused without a word");
            verdict.problems().forEach(problem -> told(problem, verdict));
            return;
        }
        RulePack pack = verdict.pack().orElseThrow();
        String model = pack.toString();
        holds(!HIDDEN.matcher(model).find(), model);
        if (mutant.isDrl()) {
            readsBack(pack);
        } else if (mutant.isTable()) {
            staysWritten(pack);
            sameTable(mutant, pack, verdict);
        }
    }

    private static void told(Problem problem, Verdict verdict) {
        holds(verdict.files().texts().containsKey(problem.place().file()), problem);
        holds(TOLD.matcher(problem.message()).matches(), problem);
        boolean ofLine = !WHOLE_FILE.matcher(problem.message()).matches();
        holds(!ofLine || problem.place().line() > 0, problem);
    }

    /** Rules that were written as DRL are all said in DRL. */
    private static void readsBack(RulePack pack) {
        List<Rule> again = read(written(pack), pack);
        holds(withoutPlaces(again).equals(withoutPlaces(pack.rules())), again);
        holds(with(pack, again).hash().equals(pack.hash()), again);
    }

    /** A sentence of a table may hold quotes, which DRL has no way to say: its text must be the same ever after. */
    private static void staysWritten(RulePack pack) {
        written(pack);
        String first =
                pack.rules().stream().map(DrlRenderer::render).findFirst().orElse("");
        if (!first.isEmpty()) {
            List<Rule> again = read(first, pack);
            holds(again.size() == 1 && DrlRenderer.render(again.get(0)).equals(first), first);
        }
    }

    private static String written(RulePack pack) {
        return pack.rules().stream()
                .map(DrlRenderer::render)
                .peek(text -> holds(RenderedDrl.isOne(text), text))
                .collect(Collectors.joining("\n"));
    }

    private static List<Rule> read(String text, RulePack pack) {
        Problems problems = new Problems();
        List<Rule> rules = SafeDrlReader.read(FuzzPackFixture.DRL, text, vocabulary(pack), problems);
        holds(problems.isEmpty(), problems.list() + "\n" + text);
        return rules;
    }

    private static void sameTable(Mutant mutant, RulePack pack, Verdict verdict) {
        String text = CsvText.of(mutant.path(), mutant.text(), new Problems())
                .orElseThrow()
                .text();
        holds(CSV.matcher(text).matches(), text);
        if (text.equals(mutant.text())) {
            return;
        }
        Verdict again = Verdict.whole(FuzzPackFixture.with(verdict.files(), new Mutant(mutant.path(), text)));
        holds(again.pack().filter(same -> same.hash().equals(pack.hash())).isPresent(), again.problems());
    }

    /** Cheaper than an assertion that describes itself where it holds. */
    private static void holds(boolean fact, Object told) {
        if (!fact) {
            throw new AssertionError(String.valueOf(told));
        }
    }

    private static Vocabulary vocabulary(RulePack pack) {
        return new Vocabulary(
                FuzzPackFixture.CATALOGUE,
                pack.parameters().stream().collect(Collectors.toMap(Parameter::id, Function.identity())),
                pack.aggregation());
    }

    private static List<Rule> withoutPlaces(List<Rule> rules) {
        List<Rule> plain = new ArrayList<>();
        for (Rule rule : rules) {
            plain.add(new Rule(
                    rule.id(),
                    rule.table(),
                    rule.order(),
                    rule.subject(),
                    rule.when(),
                    rule.then(),
                    rule.dossier(),
                    rule.requirements(),
                    rule.citations(),
                    rule.status(),
                    Place.of("")));
        }
        return plain;
    }

    private static RulePack with(RulePack pack, List<Rule> rules) {
        return new RulePack(
                pack.header(),
                pack.thresholds(),
                pack.domains(),
                pack.bands(),
                pack.engagement(),
                pack.citations(),
                pack.parameters(),
                pack.tables(),
                rules,
                pack.scenarios());
    }
}
