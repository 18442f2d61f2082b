package io.sweepforge.client.cli;

import io.sweepforge.client.ApiException;
import io.sweepforge.client.UnreachableException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a sentence and an exit code. */
final class Complaints implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) throws Exception {
        PrintWriter err = command.getErr();
        if (problem instanceof ApiException refused) {
            err.println("sweepforge: " + refused.getMessage());
            refused.errors().forEach(error -> err.println("  " + error.field() + ": " + error.message()));
            return refused.isRefusal() ? ExitCode.REFUSED : ExitCode.UNREACHABLE;
        }
        if (problem instanceof UnreachableException) {
            err.println("sweepforge: " + problem.getMessage()
                    + "; start one with scripts/start-coordinator, or name another with --url");
            return ExitCode.UNREACHABLE;
        }
        if (problem instanceof UsageException) {
            err.println("sweepforge: " + problem.getMessage());
            return ExitCode.USAGE;
        }
        throw problem;
    }

    static int aboutUsage(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("sweepforge: " + reason(problem));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String reason(ParameterException problem) {
        boolean command = problem.getCommandLine().getParent() == null;
        return problem instanceof UnmatchedArgumentException unmatched && command
                ? "there is no command or option \"" + unmatched.getUnmatched().get(0) + "\""
                : String.valueOf(problem.getMessage());
    }
}
