package dev.earworm.discord.delivery;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Waits for calls to Discord on the calling (virtual) thread. JDA forbids {@code complete()} on its own callback threads
 * only, but that call cannot be interrupted; this one can.
 */
public final class Sending {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(5);

    private Sending() {}

    /** Posts or edits, and says what came of it; bugs of ours are thrown. */
    static Sent attempt(Supplier<? extends RestAction<Message>> action) {
        try {
            return new Sent.Done(await(action.get()));
        } catch (ErrorResponseException e) {
            return SendFailurePolicy.judge(e.getResponse().code, e.getErrorCode(), e.getMeaning());
        } catch (InsufficientPermissionException | InteractionExpiredException e) {
            return new Sent.Closed(String.valueOf(e.getMessage()));
        } catch (CallFailedException e) {
            return new Sent.Later(SOON, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The answer of a call.
     *
     * @throws ErrorResponseException when Discord says no
     * @throws CallFailedException when there was no answer: interrupted, shut down, or waited five minutes
     */
    public static <T> T await(RestAction<T> action) {
        CompletableFuture<T> answer;
        try {
            answer = action.submit();
        } catch (RejectedExecutionException e) {
            throw new CallFailedException("the connection is shut down", e);
        }
        try {
            return answer.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            throw new CallFailedException("interrupted", e);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new CallFailedException("no answer in " + LONGEST_WAIT, e);
        } catch (CancellationException e) {
            throw new CallFailedException("cancelled", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RateLimitedException limited -> new CallFailedException("rate limited", limited);
            case TimeoutException late -> new CallFailedException("no answer in time", late);
            case CancellationException cancelled -> new CallFailedException("cancelled", cancelled);
            case RejectedExecutionException closed -> new CallFailedException("the connection is shut down", closed);
            case RuntimeException ours -> ours;
            case null, default -> new CallFailedException("no answer", failure);
        };
    }

    /** A call to Discord that has no answer; what it did by then is unknown. */
    public static final class CallFailedException extends RuntimeException {
        CallFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
