package io.redoubt.rulepack.drl;

import static io.redoubt.rulepack.drl.DrlFixture.head;
import static io.redoubt.rulepack.drl.DrlFixture.read;
import static io.redoubt.rulepack.drl.DrlFixture.then;
import static io.redoubt.rulepack.drl.DrlFixture.when;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything of Drools' language that is no pattern over the catalogue is refused, in words and at its place. */
class RefusedDrlTest {
    private static final String PATTERN = "Supplier( iso27001 == \"NO\" )";
    private static final String BODY = "\nwhen " + PATTERN + " then points( 1 ); end\n";

    @ParameterizedTest(name = "when {0}")
    @CsvSource(delimiter = '¦', textBlock = """
                    eval( true )                                         ¦ no Eval.
                    exists Supplier( iso27001 == "NO" )                  ¦ no Exists.
                    not Supplier( iso27001 == "NO" )                     ¦ no Not.
                    not( Supplier( iso27001 == "NO" ) )                  ¦ no Not.
                    forall( Supplier( iso27001 == "NO" ) )               ¦ no Forall.
                    Supplier( iso27001 == "NO" ) or Site( embargo == true ) ¦ no Or.
                    accumulate( Supplier( iso27001 == "NO" ); $n : count( 1 ) ) ¦ The pattern (Object) must have no
                    $s : Supplier( iso27001 == "NO" )                    ¦ The pattern (Supplier) must have no variable
                    $s := Supplier( iso27001 == "NO" )                   ¦ The pattern (Supplier) must have no variable
                    Supplier( iso27001 == "NO" ) from new Object()       ¦ The pattern (Supplier) must have no variable
                    Supplier( iso27001 == "NO" ) from entry-point "x"    ¦ The pattern (Supplier) must have no variable
                    Supplier( iso27001 == "NO" ) over window:time( 1s )  ¦ The pattern (Supplier) must have no variable
                    Supplier( iso27001 == "NO" ) @watch( * )             ¦ The pattern (Supplier) must have no variable
                    /suppliers[ iso27001 == "NO" ]                       ¦ The kind of fact (null) must be one of
                    java.lang.Runtime( totalMemory > 0 )                 ¦ The kind of fact (java.lang.Runtime) must be
                    Object()                                             ¦ The kind of fact (Object) must be one of
                    Supplier()                                           ¦ The rule must have at least one condition.
                    Supplier( eval( true ) )                             ¦ The field (Supplier.eval) must be in the
                    Supplier( this == "NO" )                             ¦ The field (Supplier.this) must be in the
                    Supplier( class == "NO" )                            ¦ The field (Supplier.class) must be in the
                    Supplier( this#Object.x == "NO" )                    ¦ The text (#Object.x == "NO") must be
                    Supplier( iso27001.length() == 2 )                   ¦ The text (.length() == 2) must be
                    Supplier( iso27001!.x == "NO" )                      ¦ The text (!.x == "NO") must be
                    Supplier( $x : iso27001 == "NO" )                    ¦ The text (: iso27001 == "NO") must be
                    Supplier( !( iso27001 == "NO" ) )                    ¦ The text (!( iso27001 == "NO" )) must be
                    Supplier( iso27001 == "N" + "O" )                    ¦ The text (+ "O") must be
                    Supplier( iso27001 == ( "NO" ) )                     ¦ The value (() must be one of
                    Supplier( iso27001 == NO )                           ¦ The value (NO) must be one of
                    Supplier( overdue_findings > "3" )                   ¦ The value ("3") must be a number without
                    Supplier( overdue_findings > 1e3 )                   ¦ The text (e3) must not stand here.
                    Supplier( overdue_findings > 0x10 )                  ¦ The text (x10) must not stand here.
                    Supplier( overdue_findings > 5L )                    ¦ The text (L) must not stand here.
                    Supplier( iso27001 matches "(a+)+b" )                ¦ The operator (matches) must be one of ==
                    Supplier( iso27001 memberOf $x )                     ¦ The operator (memberOf) must be one of ==
                    Supplier( iso27001 str[startsWith] "N" )             ¦ The text ([startsWith] "N") must be
                    Supplier( iso27001 == "NO" || == "LAPSED" )          ¦ The field (Supplier.==) must be in the
                    Supplier( iso27001 in ( "NO", "NO" ) )               ¦ The list (NO, NO) must name each value once.
                    Supplier( iso27001 == /* ) */ "NO" )                 ¦ The text (/* ) */ "NO") must be
                    Supplier( "NO"; )                                    ¦ A pattern must name the field of every
                    Supplier( iso27001 == "NO" ) Supplier( canary == "SUSPECTED" ) ¦ each once.
                    Finding( severity == "MAJOR" ) Clause( standing == "REFUSED" ) ¦ each once.
                    Supplier( iso27001 )                                 ¦ The text must not end here.
                    Supplier( iso27001 == "MAYBE" )                      ¦ The code (MAYBE) must be one of NO
                    Supplier( canary > "SUSPECTED" )                     ¦ whose values have no order.
                    Supplier( overdue_findings > $nothing )              ¦ The parameter ($nothing) must be defined
                    Finding( days_overdue > $share )                     ¦ The parameter ($share) must be in the unit
                    Finding( days_overdue > $few )                       ¦ The parameter ($few) must be in the unit
                    """)
    void aConditionIsRefused(String patterns, String why) {
        // When
        DrlFixture.Read read = read(when(patterns));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told())
                .startsWith("logic/rules.drl:1:1 In the rule (LEG-01): ")
                .contains(why);
    }

    @ParameterizedTest(name = "then {0}")
    @CsvSource(delimiter = '¦', textBlock = """
                    System.exit( 1 );                ¦ The text (.exit( 1 );) must be
                    points( 1 ); System.exit( 1 );   ¦ The text (.exit( 1 );) must be
                    points( 1 ); // System.exit( 1 ) ¦ The text (// System.exit( 1 )) must be
                    points( 1 ); points( 2 );        ¦ The text (points) must not stand here.
                    points( 1 )                      ¦ The text () must be ; here.
                    points( 1, 2 );                  ¦ The action points must have one argument.
                    points( );                       ¦ The text (;) must be ) here.
                    points( "1" );                   ¦ The number ("1") must be a plain decimal
                    points( 100.1 );                 ¦ The points (100.1) must lie between -100 and 100.
                    points( -100.1 );                ¦ The points (-100.1) must lie between -100 and 100.
                    points( $limit );                ¦ The parameter ($limit) must be in points, not in days.
                    points( 1 + 1 );                 ¦ The text (+ 1 );) must be
                    bar( );                          ¦ The text (;) must be ) here.
                    bar( "EVERYTHING" );             ¦ The work class (EVERYTHING) must be
                    insert( "x" );                   ¦ The action (insert) must be one of points, bar
                    Points( 1 );                     ¦ The action (Points) must be one of points, bar
                    modify( x ) { setId( "x" ) }     ¦ The text ({ setId( "x" ) }) must be
                    """)
    void anActionIsRefused(String action, String why) {
        // When
        DrlFixture.Read read = read(then(action));

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told())
                .startsWith("logic/rules.drl:1:1 In the rule (LEG-01): ")
                .contains(why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
                    package a;                                  ¦ 1 The file must not name a package or a unit.
                    import java.io.File;                        ¦ 1 The file must not contain: import.
                    import static java.lang.System.exit;        ¦ 1 The file must not contain: import function.
                    import function java.lang.System.exit;      ¦ 1 The file must not contain: import function.
                    import accumulate a.B b;                    ¦ 1 The file must not contain: import accumulate.
                    global java.lang.Runtime runtime;           ¦ 1 The file must not contain: global.
                    dialect "mvel"                              ¦ 1 The file must not contain: attribute.
                    function int f() { return 1; }              ¦ 1 The file must not contain: function.
                    declare Foo a : int end                     ¦ 1 The file must not contain: declare.
                    declare enum E A( 1 ); x : int end          ¦ 1 The file must not contain: declare enum.
                    declare entry-point "x" end                 ¦ 1 The file must not contain: declare entry-point.
                    declare window w Supplier() over window:length( 1 ) end ¦ 1 The file must not contain: declare window.
                    query q() Supplier( iso27001 == "NO" ) end  ¦ 1:1 In the rule (q): A rule must have no attributes
                    unit Foo;                                   ¦ 1:1 The rule must be well-formed:
                    expander foo.dsl;                           ¦ 1:1 The rule must be well-formed:
                    System.exit( 1 );                           ¦ 1:1 The rule must be well-formed:
                    """)
    void whatIsNoRuleIsRefused(String line, String why) {
        // When
        DrlFixture.Read read = read(line + "\n" + when(PATTERN));

        // Then
        assertThat(read.told()).startsWith("logic/rules.drl:" + why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "salience 10",
        "no-loop",
        "enabled ( true )",
        "timer (int: 0 1)",
        "agenda-group \"a\"",
        "duration 5",
        "ruleflow-group \"a\"",
        "auto-focus true",
        "date-effective \"1-Jan-2026\"",
        "dialect \"java\"",
        "calendars \"a\""
    })
    void anAttributeIsRefused(String attribute) {
        // When
        DrlFixture.Read read = read(head("rule \"LEG-01\"") + attribute + BODY);

        // Then
        assertThat(read.told()).contains("must have no attributes such as salience or timer");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {"rule \"a\"", "rule \"LEG 01\"", "rule \"LEG-1\"", "rule 'LEG-01\" @title(\"x'", "rule LEG"})
    void aNameThatIsNoIdIsRefused(String heading) {
        // When
        DrlFixture.Read read = read(head(heading) + BODY);

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).endsWith("The rule id must be letters, a dash and a number, such as LEG-01.");
    }

    @Test
    void aDomainWhereNoPointsAreAddedIsRefused() {
        // When
        DrlFixture.Read read = read(DrlFixture.head("rule \"LEG-01\"")
                + "when\n  Supplier( iso27001 == \"NO\" )\nthen\n  bar( \"*/*\" );\nend\n");

        // Then
        assertThat(read.told()).contains("@domain must stand only where the rule adds points");
    }

    @Test
    void aParentIsRefused() {
        // When
        DrlFixture.Read read = read(when(PATTERN) + head("rule \"LEG-02\" extends \"LEG-01\"") + BODY);

        // Then
        assertThat(read.told())
                .isEqualTo(
                        "logic/rules.drl:9:1 In the rule (LEG-02): A rule must have no attributes such as salience or"
                                + " timer, no parent, and one then part.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"''", "do[go]", "if ( true ) break[go]", "if ( iso27001 == \"NO\" ) do[go]"})
    void aSecondThenPartIsRefused(String branch) {
        // When
        DrlFixture.Read read = read(head("rule \"LEG-01\"") + "when " + PATTERN + " " + branch
                + " then points( 1 ); then[go] points( 2 ); end");

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).startsWith("logic/rules.drl:1:1 In the rule (LEG-01): A rule must have no attributes");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
                    @Foo( "x" )                             ¦ The annotation (@Foo) must be one of
                    @Override                               ¦ The annotation (@Override) must be one of
                    @title( "x" )                           ¦ The annotation @title must hold one text in quotes, once.
                    @status( "a" + "b" )                    ¦ The annotation @status must hold one text in quotes, once.
                    @status( new java.io.File( "x" ) )      ¦ The annotation @status must hold one text in quotes, once.
                    @status( @title( "x" ) )                ¦ The annotation @status must hold one text in quotes, once.
                    @status( a = "x", b = "y" )             ¦ The annotation (@status) must be one of
                    @status( 1 )                            ¦ The annotation @status must hold one text in quotes, once.
                    @status( "SLEEPING" )                   ¦ The status (SLEEPING) must be ACTIVE or DEPRECATED.
                    """)
    void anAnnotationIsRefused(String annotation, String why) {
        // When
        DrlFixture.Read read = read(head("rule \"LEG-01\" " + annotation) + BODY);

        // Then
        assertThat(read.rules()).isEmpty();
        assertThat(read.told()).contains(why);
    }

    @ParameterizedTest(name = "@{0}")
    @CsvSource({"title", "reason", "rationale", "domain"})
    void aMissingAnnotationIsRefused(String annotation) {
        // Given
        String text = when(PATTERN).replaceAll("@" + annotation + "\\(\"[^\"]*\"\\)", "");

        // When
        DrlFixture.Read read = read(text);

        // Then
        assertThat(read.told())
                .isEqualTo("logic/rules.drl:1:1 In the rule (LEG-01): The annotation @" + annotation
                        + " must be present.");
    }
}
