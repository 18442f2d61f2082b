package io.sweepforge.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepforge.search.space.expression.ExpressionException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTest {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("filters", new IntDomain(8, 64, Scale.LINEAR, 8), List.of()),
            new Parameter("rate", new FloatDomain(1e-4, 1, Scale.LOG, 0), List.of()),
            new Parameter("optimizer", new CategoricalDomain(List.of("sgd", "adam")), List.of()),
            new Parameter("nesterov", new CategoricalDomain(List.of(true, false)), List.of()),
            new Parameter("pool", new CategoricalDomain(List.of("none", 2L)), List.of()));

    private static final Map<String, Object> VALUES =
            Map.of("filters", 16L, "rate", 0.1, "optimizer", "sgd", "nesterov", true, "pool", 2L);

    private static boolean holds(String source) {
        return Constraint.parse(source, PARAMETERS).holds(VALUES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filters * 2 <= 96",
                "filters == 16",
                "filters <= 16 and filters >= 16",
                "filters % 3 == 1",
                "-7 % 3 == 2",
                "2 ** 3 ** 2 == 512",
                "-2 ** 2 == -4",
                "2 ** -1 == .5",
                "7 - 2 - 1 == 4",
                "12 / 3 / 2 == 2",
                "1 + 2 * 3 == 7",
                "(1 + 2) * 3 == 9",
                "1e-1 == rate",
                "abs(-3) == 3 and sqrt(9) == 3 and log(1) == 0",
                "min(filters, 3, 5) == 3",
                "max(filters, 3) == filters",
                "optimizer == 'sgd'",
                "optimizer != \"adam\"",
                "not optimizer == 'adam'",
                "nesterov and not false",
                "nesterov == true",
                "pool == 2",
                "pool != 'none'",
                "filters > 100 or rate < 1",
                "filters > 100 and rate < 1 or true",
                "not (filters > 100 or rate >= 1)",
            })
    void holdsWhereItIsTrue(String source) {
        assertThat(holds(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filters < 16",
                "filters != 16",
                "log(0 - filters) < 0",
                "log(0 - filters) >= 0",
                "not nesterov",
                "pool == 'none'",
                "false or filters > 16",
                "1 / 0 < 5",
            })
    void failsWhereItIsFalseOrHasNoValue(String source) {
        assertThat(holds(source)).isFalse();
    }

    @Test
    void takesAnyNumberOfParenthesesBesideEachOther() {
        assertThat(holds("(1) + ".repeat(60) + "1 == 61")).isTrue();
    }

    @Test
    void holdsWhenItMentionsAnInactiveParameter() {
        Constraint constraint = Constraint.parse("filters < 10 and rate < 0.01", PARAMETERS);
        assertThat(constraint.holds(Map.of("filters", 64L))).isTrue();
        assertThat(constraint.holds(Map.of("filters", 64L, "rate", 0.001))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
        filtres < 3              | column 1: unknown parameter "filtres"; did you mean "filters"?
        filters < wxyz           | column 11: unknown parameter "wxyz"; known are filters, rate, optimizer, nesterov, pool
        filters + 2              | column 1: a constraint needs true or false, found a number
        filters <                | column 10: expected a number, a text, a parameter or "(", found the end
        (filters < 3             | column 13: expected ")", found the end
        filters < 3 4            | column 13: expected an operator or the end, found "4"
        filters = 3              | column 9: "=" compares nothing; write "=="
        filters < 3 && rate < 1  | column 13: write "and"
        filters < 3 || rate < 1  | column 13: write "or"
        !nesterov                | column 1: write "not", or "!=" between two values
        filters ^ 2 < 3          | column 9: write "**" for a power
        filters < $              | column 11: unexpected character '$'
        optimizer == "sgd        | column 14: this text has no closing quote
        1 < filters < 9          | column 13: comparisons cannot be chained; join two of them with "and"
        optimizer < 'sgd'        | column 1: < needs a number, found a text
        optimizer == 3           | column 11: a text cannot equal a number
        filters and rate < 3     | column 1: and needs true or false, found a number
        -optimizer < 3           | column 2: - needs a number, found a text
        pool < 3                 | column 1: < needs a number, found a mixed category
        sqr(filters) < 3         | column 1: unknown function "sqr"; did you mean "sqrt"?
        abs(filters, 2) < 3      | column 1: abs takes one argument, found 2
        abs('a') < 3             | column 5: abs needs a number, found a text
        """)
    void saysWhereAndWhatIsWrong(String source, String message) {
        assertThatThrownBy(() -> Constraint.parse(source, PARAMETERS))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "abs(", "2 ** "})
    void refusesEndlessNesting(String opening) {
        String source = opening.repeat(100_000) + "1 < 2";
        assertThatThrownBy(() -> Constraint.parse(source, PARAMETERS))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("nested deeper than 50 levels");
    }

    @Test
    void refusesAnEmptyText() {
        assertThatThrownBy(() -> Constraint.parse("  ", PARAMETERS)).hasMessageContaining("found the end");
    }
}
