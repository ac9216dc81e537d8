package dev.earworm.sandbox.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may use the page: a browser that asked for this machine itself.
 *
 * <p>Against pages of others that are open in the same browser. A name that somebody lets point here (DNS rebinding) is no
 * address, and a form or script of another origin cannot send the header without being asked for permission first, which
 * is never given.
 */
final class VisitorPolicy {
    static final String HEADER = "X-Sandbox";
    private static final Pattern ADDRESS =
            Pattern.compile("(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    private VisitorPolicy() {}

    /** Whether the {@code Host} header names an address, or this machine as it calls itself. */
    static boolean isExpected(Optional<String> host) {
        return host.filter(name -> ADDRESS.matcher(name).matches()).isPresent();
    }

    /** Whether a request that changes something comes from the page. */
    static boolean isFromPage(Optional<String> header) {
        return header.filter("page"::equals).isPresent();
    }
}
