package dev.earworm.music;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what a vendor calls us with. Anybody can send anything here: what is not proven to be the vendor's changes
 * nothing, and what is proven is a hint to ask the vendor, never a result.
 */
public interface WebhookReceiver {
    Reading read(Call call, Instant now);

    /** An HTTP request as it came in. */
    final class Call {
        private final Map<String, String> headers;
        private final byte[] body;

        /**
         * Takes what a request holds.
         *
         * @param headers the first value of each; names in any case
         * @param body exactly as it was sent, since signatures are of the bytes
         */
        public Call(Map<String, String> headers, byte[] body) {
            SortedMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            this.headers = Collections.unmodifiableSortedMap(anyCase);
            this.body = body.clone();
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        public byte[] body() {
            return body.clone();
        }
    }

    /** What it says. */
    sealed interface Reading {
        /** The vendor says that something happened to this song. It may be anybody's, and may say so again. */
        record News(ProviderJobId providerJobId) implements Reading {}

        /** It is the vendor's, and about no song: a test call, say. */
        record Nothing() implements Reading {}

        /**
         * It is not the vendor's, or too old.
         *
         * @param detail for the log
         */
        record Forged(String detail) implements Reading {}

        /** Nobody can tell now, because the vendor's secret could not be had; it may be sent again. */
        record Undecided(String detail) implements Reading {}
    }
}
