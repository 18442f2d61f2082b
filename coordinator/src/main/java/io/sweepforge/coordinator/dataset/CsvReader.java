package io.sweepforge.coordinator.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a comma-separated text (RFC 4180, blank lines skipped) one after another, each with the line it begins on. */
final class CsvReader {
    private static final int END = -1;
    /** A longer cell is a file that is not CSV. */
    private static final int LONGEST_CELL = 100_000;

    private static final int MOST_CELLS = 1_000_000;

    /** One record; cells without quotes are trimmed. */
    record Row(int line, List<String> cells) {}

    private final BufferedReader in;
    private int next;
    private int line = 1;

    CsvReader(InputStream bytes) throws IOException, BadDatasetException {
        in = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        advance();
        if (next == '\ufeff') {
            advance();
        }
    }

    /** The next record, or null after the last. */
    @Nullable
    Row next() throws IOException, BadDatasetException {
        while (isLineEnd()) {
            endLine();
        }
        if (next == END) {
            return null;
        }
        int start = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (next == ',') {
            advance();
            cells.add(cell());
            if (cells.size() > MOST_CELLS) {
                throw new BadDatasetException("line " + start + ": more than " + MOST_CELLS + " columns");
            }
        }
        endLine();
        return new Row(start, cells);
    }

    private String cell() throws IOException, BadDatasetException {
        while (next == ' ') {
            advance();
        }
        return next == '"' ? quoted() : bare();
    }

    private String bare() throws IOException, BadDatasetException {
        StringBuilder cell = new StringBuilder();
        while (next != END && next != ',' && !isLineEnd()) {
            append(cell);
        }
        return cell.toString().trim();
    }

    private String quoted() throws IOException, BadDatasetException {
        int start = line;
        StringBuilder cell = new StringBuilder();
        advance();
        while (next != END) {
            if (next == '"') {
                advance();
                if (next != '"') {
                    return closed(cell.toString());
                }
            }
            line += next == '\n' ? 1 : 0;
            append(cell);
        }
        throw new BadDatasetException("line " + start + ": a quoted field is never closed; end it with \"");
    }

    private String closed(String cell) throws IOException, BadDatasetException {
        String rest = bare();
        if (!rest.isEmpty()) {
            throw new BadDatasetException(
                    "line %d: \"%s\" after a closing quote; write quotes inside a quoted field twice"
                            .formatted(line, rest));
        }
        return cell;
    }

    private void append(StringBuilder cell) throws IOException, BadDatasetException {
        if (cell.length() >= LONGEST_CELL) {
            throw new BadDatasetException(
                    "line %d: a cell of more than %d characters; is it really CSV?".formatted(line, LONGEST_CELL));
        }
        cell.append((char) next);
        advance();
    }

    private boolean isLineEnd() {
        return next == '\n' || next == '\r';
    }

    private void endLine() throws IOException, BadDatasetException {
        boolean carriageReturn = next == '\r';
        advance();
        if (carriageReturn && next == '\n') {
            advance();
        }
        line++;
    }

    private void advance() throws IOException, BadDatasetException {
        try {
            next = in.read();
        } catch (CharacterCodingException e) {
            throw new BadDatasetException("line " + line + " is not UTF-8 text; is it really CSV?");
        }
    }
}
