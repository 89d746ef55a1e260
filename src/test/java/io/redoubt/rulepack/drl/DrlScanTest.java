package io.redoubt.rulepack.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.lang.DRL6Lexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** What a text is refused for before a parser sees it: all that would take it long, and nothing that safe DRL needs. */
class DrlScanTest {
    private static final int MOST = 5;

    /** Of brackets that safe DRL has none of, three may be nested. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A( x == 1 )                         | -1
            A( ((((                             | -1
            A( (((((                            | 7
            A( x in ( "a" ) ),                  | -1
            A( x == 1 && ( y == 2 && ( z ==     | -1
            A( [[[                              | -1
            A( [[[[                             | 6
            A( [(((                             | 6
            A( {[{[                             | 6
            A( f( f( f( f( 1                    | 13
            A( x )( )( )( )(                    | -1
            A( x (y)( (y)( (y)( (y)(            | 20
            forall( forall( forall( forall(     | 30
            ((((                                | 3
            ) ) ) ((((                          | 9
            @a("((((((") A(                     | -1
            @a("((((((") ((((                   | 16
            // it's ( ( ( (NLA(                 | -1
            /* it's ( ( ( ( */ A(               | -1
            A( x == " (((( " )                  | -1
            A( x == 'it (((( is' )              | -1
            A( x == "NL((((" )                  | -1
            A( x == "a\\" && (((                | -1
            A( x == "a\\" && ((((               | 19
            A( x == \"""((((\"""              | 14
            A( x == 1e"((((                     | 14
            A( x == 1//((((                     | 14
            A( x ?//((((                        | 11
            /* ((((                             | 6
            # "NL((((                           | 7
            """)
    void a_bracket_counts_where_a_parser_might_nest_it(String text, int expected) {
        String broken = text.replace("NL", "\n");

        assertThat(DrlScan.tooDeep(broken, MOST).map(DrlScan.TooDeep::at).orElse(-1))
                .isEqualTo(expected);
    }

    /** What is let through is parsed soon, however deep it is: Drools needs hours for other brackets of that depth. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `( `    | x == 1        | ` )`
            `x == 1 && ( `  | x == 1        | ` )`
            `x == 1 || ( y == 2 && ( ` | x == 1 | ` ) )`
            `x in ( ` | 1           | ` )`
            `x < `  | 1             | ``
            `( x < `  | 1           | ` )`
            `x.`    | y             | ``
            `-`     | 1             | ``
            `! `    | x             | ``
            `x == 1, ( ` | x == 1   | ` )`
            `[`     | 1             | `]`
            `f( `   | 1             | ` )`
            `(x)( ` | 1             | ` )`
            `x[ `   | 1             | ` ]`
            """)
    void what_is_let_through_is_parsed_soon(String open, String inner, String close) {
        int times = SafeDrlReader.MAX_DEPTH - 2;
        for (int deep = 1; deep <= times; deep++) {
            String text = "rule \"AB-01\" when\n  A( " + open.repeat(deep) + inner + close.repeat(deep)
                    + " )\nthen points( 1 ); end\n";
            if (DrlScan.tooDeep(text, SafeDrlReader.MAX_DEPTH).isEmpty()) {
                assertTimeout(Duration.ofSeconds(5), () -> {
                    try {
                        new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
                    } catch (RuntimeException e) {
                        assertThat(e).isNotNull();
                    }
                });
            }
        }
    }

    @Test
    void the_lexer_ends_quotes_and_comments_where_we_do() {
        String text = "/* \" */ rule \"a // b\" // \" '\n when A( x == 'it /* is' ) then points( 1 ); end";

        assertThat(DrlScan.tooDeep(text, MOST)).isEmpty();
        DRL6Lexer lexer = new DRL6Lexer(new org.antlr.runtime.ANTLRStringStream(text));
        StringBuilder seen = new StringBuilder();
        for (var token = lexer.nextToken(); token.getType() != DRL6Lexer.EOF; token = lexer.nextToken()) {
            seen.append(token.getType() == DRL6Lexer.STRING ? token.getText() : "");
        }
        assertThat(seen).hasToString("\"a // b\"\"it /* is\"");
    }
}
