package io.redoubt.rulepack.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.shared.RandomFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cells of every kind of text, however a spreadsheet might misread it, in tables of every shape. */
class RandomTablesTest {
    private static final int TABLES = 2_000;
    private static final List<String> COLUMNS = List.of(
            "title",
            "description",
            "reason",
            "Answer.question ==",
            "Answer.value in",
            "Answer.value !=",
            "Answer.verification >=",
            "Answer.amount >",
            "Answer.amount <=",
            "domain",
            "points",
            "requirements",
            "citations",
            "status",
            "rationale",
            "remediation");
    private static final List<String> PIECES = List.of(
            "",
            "",
            "1-2",
            "007",
            "1e3",
            "=1+1",
            "=HYPERLINK(\"http://x\")",
            "+1",
            "-1",
            "@x",
            "'text",
            "true",
            "FALSE",
            "2026-01-01",
            "1/2",
            "50%",
            "#N/A",
            " ",
            "  two",
            "end  ",
            "\t",
            "\n",
            "\r\n",
            ",",
            "\"",
            "\"\"",
            "a,b",
            "<b>&amp;</b>",
            "]]>",
            "_x000D_",
            "_x000d_",
            "_x",
            "_x005F_",
            "__x0041__",
            "ä",
            "日本語",
            "😀",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "\u200B",
            "e\u0301",
            "12.5",
            "$limit",
            "NO | PARTIAL",
            "0.1",
            "12345678901234567890",
            "#",
            ";");

    @Test
    void aTableIsTheSameAfterItWasAWorkbook() throws Exception {
        TableSheet small = SheetFixture.small();
        for (int number = 0; number < TABLES; number++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("table " + number);
            CsvText table = table(random);
            TableSheet sheet = new TableSheet(small.pack(), small.table(), small.catalogue(), table);
            Problems problems = new Problems();

            // When
            String read = WorkbookReader.read(WorkbookWriter.write(sheet), "t.xlsx", table.header(), problems)
                    .map(CsvText::text)
                    .orElse("");

            // Then
            assertThat(problems.list()).as(random.toString()).isEmpty();
            assertThat(read).as(random.toString()).isEqualTo(table.text());
            assertThat(SheetFixture.csv(read)).as(random.toString()).isEqualTo(table);
        }
    }

    private static CsvText table(RandomFixture random) {
        List<String> header = new ArrayList<>(random.shuffled(COLUMNS).subList(0, random.between(1, COLUMNS.size())));
        header.add(random.between(0, header.size()), "id");
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        int count = random.between(0, 12);
        for (int row = 0; row < count; row++) {
            int id = row;
            rows.add(header.stream()
                    .map(heading -> heading.equals("id") ? "RND-" + id : cell(random))
                    .toList());
        }
        return new CsvText(rows);
    }

    private static String cell(RandomFixture random) {
        return IntStream.range(0, random.between(0, 4))
                .mapToObj(i -> random.pick(PIECES))
                .collect(Collectors.joining());
    }
}
