package io.sweepforge.coordinator.dataset;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a zip of arrays: an {@code .npz} with x.npy and y.npy, or two IDX files of which the one with a single
 * axis holds the labels.
 */
final class ArchiveInspector {
    private static final int NPY_MAGIC = 0x93;
    private static final int MOST_FILES = 64;

    private final UploadRequest request;
    private final List<String> files = new ArrayList<>();
    private @Nullable ArrayStream features;
    private @Nullable ArrayStream labels;
    private int classes;
    private String format = "idx";

    private ArchiveInspector(UploadRequest request) {
        this.request = request;
    }

    static Inspection inspect(UploadRequest request, InputStream bytes) throws IOException, BadDatasetException {
        ArchiveInspector inspector = new ArchiveInspector(request);
        ZipInputStream zip = new ZipInputStream(bytes);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                inspector.visit(entry.getName(), Compression.plain(new BufferedInputStream(zip)));
            }
        }
        if (inspector.files.isEmpty()) {
            throw new BadDatasetException("is an empty or damaged zip archive; pack and send it again");
        }
        return inspector.result();
    }

    private void visit(String file, InputStream bytes) throws IOException, BadDatasetException {
        files.add(file);
        if (files.size() > MOST_FILES) {
            throw new BadDatasetException("has more than " + MOST_FILES + " files; 2 are needed");
        }
        bytes.mark(1);
        boolean npy = bytes.read() == NPY_MAGIC;
        bytes.reset();
        if (!npy && !request.isClassification()) {
            throw new BadDatasetException("task", "IDX holds classifications; give a series as CSV or NPY");
        }
        format = npy ? "npy" : format;
        ArrayStream array = npy ? NpyHeader.read(file, bytes) : IdxHeader.read(file, bytes);
        boolean isLabels = npy ? file.equals("y.npy") : array.shape().size() == 1;
        if (isLabels && request.isClassification()) {
            labels = only(labels, array);
            classes = array.countClasses().count();
        } else if (!npy || file.equals("x.npy")) {
            features = only(features, array);
            array.checkFinite();
        }
    }

    private static ArrayStream only(@Nullable ArrayStream before, ArrayStream now) throws BadDatasetException {
        if (before != null) {
            throw new BadDatasetException(
                    "%s and %s: give one file of features and one of labels".formatted(before.file(), now.file()));
        }
        return now;
    }

    private Inspection result() throws BadDatasetException {
        ArrayStream x = features;
        ArrayStream y = labels;
        if (x == null || (y == null && request.isClassification())) {
            throw new BadDatasetException("needs " + needs() + "; it has " + String.join(", ", files));
        }
        return y == null ? series(x) : labelled(x, y);
    }

    private String needs() {
        return request.isClassification()
                ? "two arrays: x.npy and y.npy, or two IDX files, one of images and one of labels"
                : "one array x.npy";
    }

    private Inspection labelled(ArrayStream x, ArrayStream y) throws BadDatasetException {
        if (!y.shape().equals(List.of(x.rows()))) {
            throw new BadDatasetException("%s has %d rows but the labels in %s have the shape %s"
                    .formatted(x.file(), x.rows(), y.file(), y.shape()));
        }
        return new Inspection(format, x.rows(), RowShape.resolve(request, x.rowShape()), classes, List.of());
    }

    private Inspection series(ArrayStream x) throws BadDatasetException {
        if (x.shape().size() > 2) {
            throw new BadDatasetException(
                    "%s has the shape %s; a series needs [rows, variables] or [rows]".formatted(x.file(), x.shape()));
        }
        int width = x.shape().size() == 2 ? x.shape().get(1) : 1;
        List<String> columns =
                IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
        if (request.target() != null && !columns.contains(request.target())) {
            throw new BadDatasetException(
                    "target", "must be a column from 1 to " + width + ", was \"" + request.target() + "\"");
        }
        return new Inspection(format, x.rows(), List.of(width), 0, columns);
    }
}
