package io.sweepforge.search.space.expression;

import io.sweepforge.search.NearestName;
import io.sweepforge.search.Values;
import io.sweepforge.search.space.expression.Token.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * Recursive descent, loosest first: {@code or}, {@code and}, {@code not}, one comparison, {@code + -}, {@code * / %},
 * sign, {@code **} (to the right), values. Types are checked while parsing.
 */
public final class ExpressionParser {
    /** Keeps hostile input from exhausting the stack. */
    private static final int MAX_DEPTH = 50;

    private static final Set<String> ORDERINGS = Set.of("<", "<=", ">", ">=");
    private static final Set<String> EQUALITIES = Set.of("==", "!=");

    private final Map<String, Type> types;
    private final List<Token> tokens;
    private final Set<String> names = new HashSet<>();
    private int next;
    private int depth;

    private ExpressionParser(String source, Map<String, Type> types) {
        this.types = types;
        this.tokens = Lexer.tokens(source);
    }

    /**
     * Parses an expression that is true or false.
     *
     * @param types the known names
     */
    public static Expression parseCondition(String source, Map<String, Type> types) {
        ExpressionParser parser = new ExpressionParser(source, types);
        Node root = parser.or();
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw new ExpressionException(rest.position(), "expected an operator or the end, found " + rest.words());
        }
        Node condition = root.require(Type.BOOLEAN, "a constraint");
        return new Expression(condition.type(), parser.names, condition.code());
    }

    private Node or() {
        Node left = and();
        while (peek().is("or")) {
            left = logical(left, take(), and(), true);
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (peek().is("and")) {
            left = logical(left, take(), not(), false);
        }
        return left;
    }

    private static Node logical(Node left, Token operator, Node right, boolean decisive) {
        Expression.Code a = left.require(Type.BOOLEAN, operator.text()).code();
        Expression.Code b = right.require(Type.BOOLEAN, operator.text()).code();
        return new Node(
                Type.BOOLEAN,
                left.position(),
                values -> (boolean) a.run(values) == decisive ? decisive : b.run(values));
    }

    private Node not() {
        if (!peek().is("not")) {
            return comparison();
        }
        Token operator = take();
        Expression.Code operand =
                nested(operator, this::not).require(Type.BOOLEAN, "not").code();
        return new Node(Type.BOOLEAN, operator.position(), values -> !(boolean) operand.run(values));
    }

    private Node comparison() {
        Node left = sum();
        if (!isComparison(peek())) {
            return left;
        }
        Token operator = take();
        Node right = sum();
        if (isComparison(peek())) {
            throw new ExpressionException(
                    peek().position(), "comparisons cannot be chained; join two of them with \"and\"");
        }
        return EQUALITIES.contains(operator.text()) ? equality(left, operator, right) : order(left, operator, right);
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Kind.SYMBOL && (ORDERINGS.contains(token.text()) || EQUALITIES.contains(token.text()));
    }

    private static Node order(Node left, Token operator, Node right) {
        Expression.Code a = left.require(Type.NUMBER, operator.text()).code();
        Expression.Code b = right.require(Type.NUMBER, operator.text()).code();
        return new Node(
                Type.BOOLEAN,
                left.position(),
                values -> Functions.compare(operator.text(), (double) a.run(values), (double) b.run(values)));
    }

    private static Node equality(Node left, Token operator, Node right) {
        if (!left.type().comparableTo(right.type())) {
            throw new ExpressionException(
                    operator.position(),
                    "%s cannot equal %s"
                            .formatted(left.type().words(), right.type().words()));
        }
        boolean wanted = operator.is("==");
        return new Node(
                Type.BOOLEAN,
                left.position(),
                values -> Values.same(left.code().run(values), right.code().run(values)) == wanted);
    }

    private Node sum() {
        Node left = product();
        while (peek().is("+") || peek().is("-")) {
            left = arithmetic(left, take(), product());
        }
        return left;
    }

    private Node product() {
        Node left = sign();
        while (peek().is("*") || peek().is("/") || peek().is("%")) {
            left = arithmetic(left, take(), sign());
        }
        return left;
    }

    private Node sign() {
        if (!peek().is("-")) {
            return power();
        }
        Token operator = take();
        Expression.Code operand =
                nested(operator, this::sign).require(Type.NUMBER, "-").code();
        return new Node(Type.NUMBER, operator.position(), values -> -(double) operand.run(values));
    }

    private Node power() {
        Node base = value();
        if (!peek().is("**")) {
            return base;
        }
        Token operator = take();
        return arithmetic(base, operator, nested(operator, this::sign));
    }

    private static Node arithmetic(Node left, Token operator, Node right) {
        Expression.Code a = left.require(Type.NUMBER, operator.text()).code();
        Expression.Code b = right.require(Type.NUMBER, operator.text()).code();
        return new Node(
                Type.NUMBER,
                left.position(),
                values -> Functions.arithmetic(operator.text(), (double) a.run(values), (double) b.run(values)));
    }

    private Node value() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> Node.constant(token, Double.valueOf(token.text()));
            case TEXT -> Node.constant(token, token.text());
            case NAME -> peek().is("(") ? call(token) : name(token);
            default -> parenthesised(token);
        };
    }

    private Node parenthesised(Token token) {
        if (!token.is("(")) {
            throw new ExpressionException(
                    token.position(), "expected a number, a text, a parameter or \"(\", found " + token.words());
        }
        Node inner = nested(token, this::or);
        expect(")");
        return inner;
    }

    private Node name(Token token) {
        if (token.is("true") || token.is("false")) {
            return Node.constant(token, Boolean.valueOf(token.text()));
        }
        Type type = types.get(token.text());
        if (type == null) {
            throw unknown(token, "parameter", types.keySet());
        }
        names.add(token.text());
        return new Node(type, token.position(), values -> Node.plain(values.get(token.text())));
    }

    private Node call(Token function) {
        List<Expression.Code> arguments = arguments(function);
        DoubleBinaryOperator fold = Functions.FOLDS.get(function.text());
        if (fold != null) {
            return new Node(
                    Type.NUMBER,
                    function.position(),
                    values -> arguments.stream()
                            .mapToDouble(argument -> (double) argument.run(values))
                            .reduce(fold)
                            .orElseThrow());
        }
        DoubleUnaryOperator unary = Functions.UNARY.get(function.text());
        if (unary == null) {
            Set<String> known = new HashSet<>(Functions.UNARY.keySet());
            known.addAll(Functions.FOLDS.keySet());
            throw unknown(function, "function", known);
        }
        if (arguments.size() != 1) {
            throw new ExpressionException(
                    function.position(), function.text() + " takes one argument, found " + arguments.size());
        }
        Expression.Code argument = arguments.get(0);
        return new Node(Type.NUMBER, function.position(), values -> unary.applyAsDouble((double) argument.run(values)));
    }

    private List<Expression.Code> arguments(Token function) {
        List<Expression.Code> arguments = new ArrayList<>();
        do {
            Node argument = nested(take(), this::sum);
            arguments.add(argument.require(Type.NUMBER, function.text()).code());
        } while (peek().is(","));
        expect(")");
        return arguments;
    }

    private static ExpressionException unknown(Token token, String what, Collection<String> known) {
        return new ExpressionException(
                token.position(),
                "unknown %s %s; %s".formatted(what, token.words(), NearestName.hint(token.text(), known)));
    }

    private Node nested(Token opening, Supplier<Node> rule) {
        if (++depth > MAX_DEPTH) {
            throw new ExpressionException(opening.position(), "nested deeper than " + MAX_DEPTH + " levels");
        }
        Node inner = rule.get();
        depth--;
        return inner;
    }

    private void expect(String symbol) {
        Token token = take();
        if (!token.is(symbol)) {
            throw new ExpressionException(
                    token.position(), "expected \"%s\", found %s".formatted(symbol, token.words()));
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }
}
