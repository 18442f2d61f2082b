package io.sweepforge.client.cli;

/** What a script may rely on. */
final class ExitCode {
    static final int OK = 0;
    /** The command worked, but a sweep that was watched did not complete. */
    static final int NOT_COMPLETED = 1;
    /** The command line, or a file it names, is wrong. */
    static final int USAGE = 2;
    /** The coordinator refused. */
    static final int REFUSED = 3;
    /** The coordinator does not answer, or broke. */
    static final int UNREACHABLE = 4;

    private ExitCode() {}
}
