package io.sweepforge.protocol;

/**
 * One execution of a trial.
 *
 * @param sweep the sweep's id
 * @param trial the trial's number in its sweep, from 0
 * @param attempt from 1; whoever holds an older attempt than the coordinator knows has lost its lease
 */
public record AttemptId(String sweep, int trial, int attempt) implements ProtocolMessage {
    @Override
    public String toString() {
        return sweep + "/" + trial + "#" + attempt;
    }
}
