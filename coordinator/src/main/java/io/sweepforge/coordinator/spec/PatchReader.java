package io.sweepforge.coordinator.spec;

import io.sweepforge.coordinator.api.Sweeps.SweepPatch;
import io.sweepforge.search.FieldError;
import io.sweepforge.search.FieldReader;
import io.sweepforge.search.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body that changes a running sweep. Whether a space only grows, the sweep itself knows. */
public final class PatchReader {
    private static final List<String> FIELDS = List.of("budget", "priority", "space");

    private PatchReader() {}

    /** @param tree the body as a JSON reader yields it */
    public static Parsed<SweepPatch> read(@Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> fields)) {
            return Parsed.invalid(List.of(Body.notAnObject(tree)));
        }
        List<FieldError> errors = new ArrayList<>();
        FieldReader body = new FieldReader("", fields, errors);
        body.allowOnly(FIELDS);
        if (fields.isEmpty()) {
            errors.add(new FieldError("body", "changes nothing; give some of budget, priority and space"));
        }
        BudgetReader budget = new BudgetReader(body, errors);
        SweepPatch patch = new SweepPatch(
                budget.maxTrials(),
                budget.maxDuration(),
                budget.maxParallelTrials(),
                budget.target(),
                budget.maxTrialsWithoutImprovement(),
                Numbers.integer(body, "priority", SpecReader.LOWEST_PRIORITY, SpecReader.HIGHEST_PRIORITY),
                body.raw("space").map(space -> Body.object(body, "space")));
        return errors.isEmpty() ? Parsed.of(patch) : Parsed.invalid(errors);
    }
}
