package io.sweepforge.coordinator.sweep;

import akka.Done;
import io.sweepforge.coordinator.api.ReportView;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Learning curves. Nothing blocks. */
public interface ReportStore {
    /** Keeps rows; what is there already is written again. */
    CompletionStage<Done> save(String sweep, List<ReportRow> rows);

    /** Ascending by step; of steps that several attempts reported, the newest attempt's. */
    CompletionStage<List<ReportView>> load(String sweep, int trial);

    /** Deletes everything the database holds about a sweep, its events included. */
    CompletionStage<Done> forget(String sweep);
}
