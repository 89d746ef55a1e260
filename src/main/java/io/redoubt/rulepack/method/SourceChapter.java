package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every source in full, once. */
record SourceChapter(Telling telling) {
    void add(List<Block> blocks) {
        Set<String> used = cited();
        List<Citation> citations = telling.pack().citations().stream()
                .filter(citation -> used.contains(citation.id()))
                .toList();
        if (citations.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("sources"), Prose.of("Sources")));
        blocks.add(new Table(
                "All sources with the edition that was looked up",
                List.of("Title", "Part", "Publisher", "Edition", "Last looked up", "Id"),
                citations.stream().map(SourceChapter::row).toList()));
    }

    /** Suppliers see what the rules told to them stand on. */
    private Set<String> cited() {
        return telling.isInternal()
                ? telling.pack().citations().stream().map(Citation::id).collect(Collectors.toSet())
                : telling.pack().rules().stream()
                        .filter(rule -> rule.status() == Status.ACTIVE)
                        .flatMap(rule -> rule.citations().stream())
                        .collect(Collectors.toSet());
    }

    private static Row row(Citation citation) {
        return Row.at(
                Anchor.citation(citation.id()),
                Prose.of(citation.title()),
                Prose.of(citation.section()),
                Prose.of(citation.publisher()),
                Prose.of(citation.date()),
                Prose.of(citation.retrieved().toString()),
                Prose.code(citation.id()));
    }
}
