package dev.earworm;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The last words of a command that could not do its work. */
final class FailureReport implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        if (exception instanceof StartFailure failure) {
            command.getErr().println(failure.getMessage());
            return failure.exitCode();
        }
        LOG.error("The command {} failed in a way nobody foresaw", command.getCommandName(), exception);
        command.getErr().println("Earworm has to stop because of a fault of its own; the log above says where.");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
