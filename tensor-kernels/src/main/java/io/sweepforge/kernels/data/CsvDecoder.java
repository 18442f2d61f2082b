package io.sweepforge.kernels.data;

import java.util.ArrayList;
import java.util.List;

/** Data sets from comma-separated text. */
final class CsvDecoder {
    private CsvDecoder() {}

    static Dataset decode(DatasetDescription description, byte[] bytes) throws BadDatasetException {
        CsvTable table = new CsvTable(description, bytes);
        String wanted = description.target();
        int target = wanted == null ? table.columns().size() - 1 : table.column("target", wanted);
        List<Integer> used = numericColumns(description, table);
        return description.task() == Task.CLASSIFICATION
                ? labelled(description, table, target, used)
                : series(description, table, target, used);
    }

    /** All columns but the index: the one named, or for a series a first column that holds no numbers, such as dates. */
    private static List<Integer> numericColumns(DatasetDescription description, CsvTable table)
            throws BadDatasetException {
        List<Integer> used = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            used.add(column);
        }
        String index = description.index();
        if (index != null) {
            used.remove((Integer) table.column("index", index));
        } else if (description.task() == Task.FORECASTING
                && Double.isNaN(Numbers.parse(table.first().cells().get(0)))) {
            used.remove(0);
        }
        return used;
    }

    private static Dataset labelled(DatasetDescription description, CsvTable table, int target, List<Integer> used)
            throws BadDatasetException {
        used.remove((Integer) target);
        if (used.isEmpty()) {
            throw new BadDatasetException(
                    description.name() + " has no feature columns beside the class; separate columns by commas");
        }
        List<Integer> shape = RowShapes.resolve(description, used.size());
        DoubleList features = new DoubleList();
        ClassLabels.Builder labels = new ClassLabels.Builder();
        for (CsvReader.Row row = table.first(); row != null; row = table.following()) {
            append(table, row, used, features);
            labels.add(row.cells().get(target), table.place(row, target));
        }
        return LabelledDataset.of(description.name(), features.toFloats(), shape, labels.build());
    }

    private static Dataset series(DatasetDescription description, CsvTable table, int target, List<Integer> used)
            throws BadDatasetException {
        int variable = used.indexOf(target);
        if (variable < 0) {
            throw new BadDatasetException(description.name() + ": the target column "
                    + table.columns().get(target) + " is the index; choose a column of numbers to predict");
        }
        DoubleList values = new DoubleList();
        for (CsvReader.Row row = table.first(); row != null; row = table.following()) {
            append(table, row, used, values);
        }
        List<String> names = used.stream().map(table.columns()::get).toList();
        return SeriesDataset.of(description.name(), names, variable, values.toDoubles());
    }

    private static void append(CsvTable table, CsvReader.Row row, List<Integer> columns, DoubleList values)
            throws BadDatasetException {
        for (int column : columns) {
            values.add(table.number(row, column));
        }
    }
}
