package io.sweepforge.kernels.array;

import io.sweepforge.kernels.data.Split;
import io.sweepforge.kernels.family.Examples;

/** Where an evaluation stands: it goes through the parts of the data batch by batch, so that it never blocks for long. */
final class EvaluationCursor {
    private final Examples examples;
    private final int batch;
    private int part;
    private int position;

    EvaluationCursor(Examples examples, int batch) {
        this.examples = examples;
        this.batch = batch;
    }

    void restart() {
        examples.beginEvaluation();
        part = 0;
        position = 0;
    }

    /** Scores one batch; false when nothing was left. */
    boolean advance(Feed feed) {
        Split[] parts = Split.values();
        while (part < parts.length && position == examples.evaluated(parts[part])) {
            part++;
            position = 0;
        }
        if (part == parts.length) {
            return false;
        }
        int count = Math.min(batch, examples.evaluated(parts[part]) - position);
        feed.score(parts[part], position, count);
        position += count;
        return true;
    }
}
