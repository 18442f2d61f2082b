package io.sweepforge.coordinator.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sweepforge.search.scheduler.Decision;

/**
 * A scheduler's decision as it is persisted.
 *
 * @param number of the trial to be promoted or copied; -1 unless one is
 * @param untilEpoch how far the promoted trial is to train; 0 unless something is promoted
 */
public record Judgement(Kind kind, String reason, int number, int untilEpoch) {
    /** Names are persisted. */
    public enum Kind {
        @JsonProperty("continue")
        CONTINUE,
        @JsonProperty("pause")
        PAUSE,
        @JsonProperty("stop")
        STOP,
        @JsonProperty("promote")
        PROMOTE,
        @JsonProperty("exploit")
        EXPLOIT
    }

    static Judgement of(Decision decision) {
        if (decision instanceof Decision.Promote promote) {
            return new Judgement(Kind.PROMOTE, promote.reason(), promote.number(), promote.untilEpoch());
        }
        if (decision instanceof Decision.Exploit exploit) {
            return new Judgement(Kind.EXPLOIT, exploit.reason(), exploit.donor(), 0);
        }
        Kind kind = decision instanceof Decision.Stop
                ? Kind.STOP
                : decision instanceof Decision.Pause ? Kind.PAUSE : Kind.CONTINUE;
        return new Judgement(kind, decision.reason(), -1, 0);
    }

    /** Whether the trial that reported has to give its lane away and wait. */
    boolean takesTheLaneOf(int reporter) {
        return kind == Kind.PAUSE || (kind == Kind.PROMOTE && number != reporter);
    }

    /** Why the trial that reported has to wait, for the person who watches. */
    String whyPaused() {
        return kind == Kind.PROMOTE ? "Waits for a promotion: " + reason : reason;
    }

    Decision toDecision() {
        return switch (kind) {
            case CONTINUE -> new Decision.Continue(reason);
            case PAUSE -> new Decision.Pause(reason);
            case STOP -> new Decision.Stop(reason);
            case EXPLOIT -> new Decision.Exploit(number, reason);
            case PROMOTE -> new Decision.Promote(number, untilEpoch, reason);
        };
    }
}
