package io.sweepforge.kernels.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A classification from {@code x.npy} and {@code y.npy}, or a series from {@code x.npy} [rows, variables]. */
final class NpyDecoder {
    private NpyDecoder() {}

    static Dataset decode(DatasetDescription description, byte[] zip) throws BadDatasetException {
        Map<String, byte[]> files = Archive.unzip(description.name(), zip);
        NpyArray x = array(description, files, "x.npy");
        if (description.task() == Task.FORECASTING) {
            return series(description, x);
        }
        NpyArray y = array(description, files, "y.npy");
        return LabelledArrays.labelled(description, x.shape(), x::value, y.shape(), y::value);
    }

    private static NpyArray array(DatasetDescription description, Map<String, byte[]> files, String file)
            throws BadDatasetException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new BadDatasetException(
                    description.name() + " has no " + file + "; it has " + List.copyOf(files.keySet()));
        }
        return NpyArray.parse(description.name() + "/" + file, bytes);
    }

    private static Dataset series(DatasetDescription description, NpyArray x) throws BadDatasetException {
        if (x.shape().size() > 2) {
            throw new BadDatasetException(description.name() + "/x.npy has the shape " + x.shape()
                    + "; a series needs [rows, variables] or [rows]");
        }
        int width = x.shape().size() == 2 ? x.shape().get(1) : 1;
        List<String> names =
                IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
        String wanted = description.target();
        int target = wanted == null ? width - 1 : names.indexOf(wanted);
        if (target < 0) {
            throw new BadDatasetException(description.name() + " has no column \"" + wanted
                    + "\" for the target; its columns are 1 to " + width);
        }
        double[] values = IntStream.range(0, x.shape().get(0) * width)
                .mapToDouble(x::value)
                .toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadDatasetException(description.name() + "/x.npy, row " + i / width + ", column "
                        + (i % width + 1) + ": " + values[i] + " is not a finite number");
            }
        }
        return SeriesDataset.of(description.name(), names, target, values);
    }
}
