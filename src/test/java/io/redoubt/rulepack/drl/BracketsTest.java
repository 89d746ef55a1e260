package io.redoubt.rulepack.drl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which brackets count: those that a parser might nest, and none that an author writes in a sentence. */
class BracketsTest {
    private static final int MOST = 2;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ((                                  | -1
            (((                                 | 2
            ([{                                 | 2
            ) ) ) ((                            | -1
            @a("(((") ((                        | -1
            @a("(((") (((                       | 12
            // it's ( ( (NL((                   | -1
            (( // (((                           | -1
            /* it's ( ( ( */ ((                 | -1
            '" ((( "                            | 5
            ' (((                               | 4
            "NL" ((( "                          | 6
            "a\\" (((                           | 7
            "" "((("                            | -1
            \"""(((\"""                         | 5
            /* (((                              | 5
            " (((                               | 4
            # "NL(((                            | 6
            // CR/*NL(((                        | 9
            """)
    void a_bracket_counts_where_a_parser_might_nest_it(String text, int expected) {
        String broken = text.replace("NL", "\n").replace("CR", "\r");

        assertThat(Brackets.deeper(broken, MOST).orElse(-1)).isEqualTo(expected);
    }
}
