package io.sweepforge.coordinator.dataset;

import io.sweepforge.search.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a CSV file. Its first record is a header when a cell of it is not a number while the cell below is one,
 * or when it holds the name of the target or index column; else columns are called 1, 2, 3, ...
 */
final class CsvInspector {
    private final UploadRequest request;
    private final CsvReader reader;
    private final List<String> columns;
    private final int target;
    private final List<Integer> numeric;
    private final ClassCount classes = new ClassCount();
    private CsvReader.@Nullable Row pending;
    private int rows;

    private CsvInspector(UploadRequest request, InputStream bytes) throws IOException, BadDatasetException {
        this.request = request;
        this.reader = new CsvReader(bytes);
        CsvReader.Row top = reader.next();
        CsvReader.Row second = reader.next();
        if (top == null || second == null) {
            throw new BadDatasetException(
                    "has fewer than two lines; CSV needs a row for each example, NPY and IDX come as .npz or .zip");
        }
        boolean header = isHeader(top.cells(), second.cells());
        columns = header ? List.copyOf(top.cells()) : numbered(top.cells().size());
        target = request.target() == null ? columns.size() - 1 : column("target", request.target());
        CsvReader.Row first = header ? second : top;
        pending = header ? null : second;
        numeric = numericColumns(checked(first));
        visit(first);
    }

    static Inspection inspect(UploadRequest request, InputStream bytes) throws IOException, BadDatasetException {
        CsvInspector inspector = new CsvInspector(request, bytes);
        for (CsvReader.Row row = inspector.following(); row != null; row = inspector.following()) {
            inspector.visit(inspector.checked(row));
        }
        return inspector.result();
    }

    private Inspection result() throws BadDatasetException {
        List<Integer> shape =
                request.isClassification() ? RowShape.resolve(request, numeric.size()) : List.of(numeric.size());
        return new Inspection("csv", rows, shape, classes.count(), columns);
    }

    private boolean isHeader(List<String> top, List<String> second) {
        return top.contains(request.target())
                || top.contains(request.index())
                || IntStream.range(0, Math.min(top.size(), second.size()))
                        .anyMatch(i -> !Cells.isNumber(top.get(i)) && Cells.isNumber(second.get(i)));
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    /** All columns but the class and the index: the one named, or a series' first one when it holds no numbers. */
    private List<Integer> numericColumns(CsvReader.Row first) throws BadDatasetException {
        List<Integer> used =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        if (request.index() != null) {
            used.remove((Integer) column("index", request.index()));
        } else if (!request.isClassification() && !Cells.isNumber(first.cells().get(0))) {
            used.remove(0);
        }
        if (!request.isClassification() && !used.contains(target)) {
            throw new BadDatasetException(
                    "target", "is the index column " + columns.get(target) + "; choose a column of numbers to predict");
        }
        if (request.isClassification()) {
            used.remove((Integer) target);
        }
        if (used.isEmpty()) {
            throw new BadDatasetException("has no columns of numbers to learn from; separate columns by commas");
        }
        return used;
    }

    private int column(String role, String wanted) throws BadDatasetException {
        int position = columns.indexOf(wanted);
        if (position < 0) {
            throw new BadDatasetException(
                    role, "there is no column \"" + wanted + "\"; " + NearestName.hint(wanted, columns));
        }
        return position;
    }

    private CsvReader.@Nullable Row following() throws IOException, BadDatasetException {
        CsvReader.Row row = pending == null ? reader.next() : pending;
        pending = null;
        return row;
    }

    private CsvReader.Row checked(CsvReader.Row row) throws BadDatasetException {
        if (row.cells().size() != columns.size()) {
            throw new BadDatasetException("line %d: %d columns where there should be %d"
                    .formatted(row.line(), row.cells().size(), columns.size()));
        }
        return row;
    }

    private void visit(CsvReader.Row row) throws BadDatasetException {
        for (int column : numeric) {
            String cell = row.cells().get(column);
            if (!Cells.isNumber(cell)) {
                String what = cell.isEmpty() ? "the value is missing" : "\"" + cell + "\" is not a number";
                throw new BadDatasetException(
                        place(row, column) + ": " + what + "; every cell needs a finite decimal number");
            }
        }
        if (request.isClassification()) {
            classes.add(row.cells().get(target), place(row, target));
        }
        rows++;
    }

    private String place(CsvReader.Row row, int column) {
        return "line %d, column %s".formatted(row.line(), columns.get(column));
    }
}
