package io.sweepforge.kernels.data;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file under named columns. Its first record is a header when a cell of it is not a number while the
 * cell below is one, or when it holds the name of the target or index column; else columns are called 1, 2, 3, ...
 */
final class CsvTable {
    private final String name;
    private final CsvReader reader;
    private final List<String> columns;
    private final CsvReader.Row first;
    private CsvReader.@Nullable Row pending;

    CsvTable(DatasetDescription description, byte[] bytes) throws BadDatasetException {
        name = description.name();
        reader = new CsvReader(name, bytes);
        CsvReader.Row top = reader.next();
        CsvReader.Row second = reader.next();
        if (top == null || second == null) {
            throw new BadDatasetException(name + " has fewer than two lines");
        }
        boolean header = isHeader(description, top.cells(), second.cells());
        columns = header ? top.cells() : numbered(top.cells().size());
        first = header ? second : top;
        pending = header ? null : second;
    }

    private static boolean isHeader(DatasetDescription description, List<String> top, List<String> second) {
        return top.contains(description.target())
                || top.contains(description.index())
                || IntStream.range(0, Math.min(top.size(), second.size()))
                        .anyMatch(i ->
                                Double.isNaN(Numbers.parse(top.get(i))) && !Double.isNaN(Numbers.parse(second.get(i))));
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    List<String> columns() {
        return columns;
    }

    /** The first data row; {@link #following} goes on after it. */
    CsvReader.Row first() throws BadDatasetException {
        return checked(first);
    }

    /** The next data row, or null after the last. */
    CsvReader.@Nullable Row following() throws BadDatasetException {
        CsvReader.Row row = pending == null ? reader.next() : pending;
        pending = null;
        return row == null ? null : checked(row);
    }

    private CsvReader.Row checked(CsvReader.Row row) throws BadDatasetException {
        if (row.cells().size() != columns.size()) {
            throw new BadDatasetException(name + ", line " + row.line() + ": "
                    + row.cells().size() + " columns where there should be " + columns.size());
        }
        return row;
    }

    /** Position of a column by name. */
    int column(String role, String wanted) throws BadDatasetException {
        int position = columns.indexOf(wanted);
        if (position < 0) {
            throw new BadDatasetException(
                    name + " has no column \"" + wanted + "\" for the " + role + "; its columns are " + columns);
        }
        return position;
    }

    double number(CsvReader.Row row, int column) throws BadDatasetException {
        String cell = row.cells().get(column);
        double number = Numbers.parse(cell);
        if (Double.isNaN(number)) {
            throw new BadDatasetException(place(row, column) + ": "
                    + (cell.isEmpty() ? "the value is missing" : "\"" + cell + "\" is not a number")
                    + "; every cell needs a finite decimal number");
        }
        return number;
    }

    String place(CsvReader.Row row, int column) {
        return name + ", line " + row.line() + ", column " + columns.get(column);
    }
}
