package dev.earworm.providers;

import java.io.IOException;
import okhttp3.Response;

/** What came of one HTTP request to a vendor, told by what the vendor can know of it. */
public sealed interface Exchange<T> {
    /** The vendor answered, and the answer was read to the end; whatever its status says. */
    record Answered<T>(T answer) implements Exchange<T> {}

    /** Not one byte of the request left: no such host, connection refused, no trust in the certificate. */
    record NotSent<T>(String detail) implements Exchange<T> {}

    /** The request left, in whole or in part, and no whole answer came back. */
    record ReplyLost<T>(String detail) implements Exchange<T> {}

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
