package io.sweepforge.kernels.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A classification from a zip of two IDX files. Which is which is told by their dimensions, not by their names. */
final class IdxDecoder {
    private IdxDecoder() {}

    static Dataset decode(DatasetDescription description, byte[] zip) throws BadDatasetException {
        if (description.task() != Task.CLASSIFICATION) {
            throw new BadDatasetException(description.name() + ": IDX holds classifications; give a series as CSV");
        }
        List<IdxArray> labels = new ArrayList<>();
        List<IdxArray> images = new ArrayList<>();
        for (Map.Entry<String, byte[]> file :
                Archive.unzip(description.name(), zip).entrySet()) {
            IdxArray array = IdxArray.parse(description.name() + "/" + file.getKey(), file.getValue());
            (array.shape().size() == 1 ? labels : images).add(array);
        }
        if (labels.size() != 1 || images.size() != 1) {
            throw new BadDatasetException(description.name() + " has " + images.size() + " files of images and "
                    + labels.size() + " of labels (one dimension); it needs one of each");
        }
        IdxArray x = images.get(0);
        IdxArray y = labels.get(0);
        return LabelledArrays.labelled(description, x.shape(), x::value, y.shape(), y::value);
    }
}
