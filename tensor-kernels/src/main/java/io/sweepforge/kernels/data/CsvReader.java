package io.sweepforge.kernels.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records of a comma-separated text (RFC 4180, blank lines skipped), each with the line it begins on. */
final class CsvReader {
    /** One record; cells without quotes are trimmed. */
    record Row(int line, List<String> cells) {}

    private final String name;
    private final CharSequence text;
    private int position;
    private int line = 1;

    CsvReader(String name, byte[] bytes) throws BadDatasetException {
        this.name = name;
        try {
            this.text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new BadDatasetException(name + " is not UTF-8 text; is it really CSV?");
        }
        position = text.length() > 0 && text.charAt(0) == '\ufeff' ? 1 : 0;
    }

    /** The next record, or null after the last. */
    @Nullable
    Row next() throws BadDatasetException {
        while (position < text.length() && isLineEnd()) {
            endLine();
        }
        if (position >= text.length()) {
            return null;
        }
        int start = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (position < text.length() && text.charAt(position) == ',') {
            position++;
            cells.add(cell());
        }
        if (position < text.length()) {
            endLine();
        }
        return new Row(start, cells);
    }

    private String cell() throws BadDatasetException {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position < text.length() && text.charAt(position) == '"' ? quoted() : bare();
    }

    private String bare() {
        int start = position;
        while (position < text.length() && text.charAt(position) != ',' && !isLineEnd()) {
            position++;
        }
        return text.subSequence(start, position).toString().trim();
    }

    private String quoted() throws BadDatasetException {
        int start = line;
        StringBuilder cell = new StringBuilder();
        for (position++; position < text.length(); position++) {
            char c = text.charAt(position);
            if (c == '"' && position + 1 < text.length() && text.charAt(position + 1) == '"') {
                position++;
            } else if (c == '"') {
                position++;
                return closed(cell.toString());
            } else if (c == '\n') {
                line++;
            }
            cell.append(c);
        }
        throw new BadDatasetException(name + ", line " + start + ": a quoted field is never closed; end it with \"");
    }

    private String closed(String cell) throws BadDatasetException {
        String rest = bare();
        if (!rest.isEmpty()) {
            throw new BadDatasetException(name + ", line " + line + ": \"" + rest
                    + "\" after a closing quote; write quotes inside a quoted field twice");
        }
        return cell;
    }

    private boolean isLineEnd() {
        char c = text.charAt(position);
        return c == '\n' || c == '\r';
    }

    private void endLine() {
        boolean pair =
                text.charAt(position) == '\r' && position + 1 < text.length() && text.charAt(position + 1) == '\n';
        position += pair ? 2 : 1;
        line++;
    }
}
