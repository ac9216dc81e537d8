package dev.earworm.providers;

import dev.earworm.music.ProviderFailure;
import java.io.IOException;
import java.util.function.Function;
import okhttp3.Response;

/** What came of one HTTP request to a vendor, told by what the vendor can know of it. */
public sealed interface Exchange<T> {
    /** The vendor answered, and the answer was read to the end; whatever its status says. */
    record Answered<T>(T answer) implements Exchange<T> {}

    /** Not one byte of the request left: no such host, connection refused, no trust in the certificate. */
    record NotSent<T>(String detail) implements Exchange<T> {}

    /** The request left, in whole or in part, and no whole answer came back. */
    record ReplyLost<T>(String detail) implements Exchange<T> {}

    /**
     * What came of a request that may cost money: if its reply was lost, nobody knows whether it did.
     *
     * @param answered reads whatever the vendor says, a refusal included
     * @param failed says the same of a failure to hear anything
     */
    default <R> R whereRepeatCosts(
            Function<? super T, ? extends R> answered, Function<ProviderFailure, ? extends R> failed) {
        return switch (this) {
            case Answered<T>(T answer) -> answered.apply(answer);
            case NotSent<T>(String detail) -> failed.apply(new ProviderFailure.Unavailable(detail));
            case ReplyLost<T>(String detail) -> failed.apply(new ProviderFailure.OutcomeUnknown(detail));
        };
    }

    /**
     * What came of a request that may be sent again: wherever it was lost, nothing else is.
     *
     * @param answered reads whatever the vendor says, a refusal included
     * @param failed says the same of a failure to hear anything
     */
    default <R> R whereRepeatIsFree(
            Function<? super T, ? extends R> answered, Function<ProviderFailure, ? extends R> failed) {
        return switch (this) {
            case Answered<T>(T answer) -> answered.apply(answer);
            case NotSent<T>(String detail) -> failed.apply(new ProviderFailure.Unavailable(detail));
            case ReplyLost<T>(String detail) -> failed.apply(new ProviderFailure.Unavailable(detail));
        };
    }

    /** Turns an answer into words of ours, while its connection is open. */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Takes what is needed from the answer, which is closed afterwards.
         *
         * @throws IOException when the answer breaks off; it counts as lost then
         */
        T read(Response response) throws IOException;
    }
}
