package io.sweepforge.kernels;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** Tests that cannot run here are skipped, and say why where everybody sees it. */
public final class Skip {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Skip() {}

    /**
     * Skips the test that calls it.
     *
     * @param reason what is missing; printed once
     */
    public static void unless(boolean possible, Supplier<String> reason) {
        if (!possible) {
            String words = "skipped: " + reason.get();
            if (SAID.add(words)) {
                System.out.println(words);
            }
            Assumptions.abort(words);
        }
    }
}
