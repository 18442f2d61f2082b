package io.sweepforge.search.space.expression;

import io.sweepforge.search.space.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into tokens. */
final class Lexer {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'"
            + "|(?<symbol>\\*\\*|<=|>=|==|!=|[-+*/%()<>,]))");

    private Lexer() {}

    static List<Token> tokens(String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        int position = 0;
        while (matcher.region(position, source.length()).lookingAt()) {
            tokens.add(token(matcher));
            position = matcher.end();
        }
        String rest = source.substring(position);
        int start = position + rest.length() - rest.stripLeading().length();
        if (!rest.isBlank()) {
            throw new ExpressionException(start, problem(source.charAt(start)));
        }
        tokens.add(new Token(Kind.END, "", source.length()));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        for (Kind kind : List.of(Kind.NUMBER, Kind.NAME, Kind.SYMBOL)) {
            String group = kind.name().toLowerCase(Locale.ROOT);
            if (matcher.group(group) != null) {
                return new Token(kind, matcher.group(group), matcher.start(group));
            }
        }
        String group = matcher.group("double") != null ? "double" : "single";
        return new Token(Kind.TEXT, matcher.group(group), matcher.start(group) - 1);
    }

    private static String problem(char character) {
        return switch (character) {
            case '"', '\'' -> "this text has no closing quote";
            case '=' -> "\"=\" compares nothing; write \"==\"";
            case '&' -> "write \"and\"";
            case '|' -> "write \"or\"";
            case '!' -> "write \"not\", or \"!=\" between two values";
            case '^' -> "write \"**\" for a power";
            default -> "unexpected character '" + character + "'";
        };
    }
}
