package dev.earworm.page;

import java.util.Locale;

/** What {@code -Dearworm.browser} says of the tests of the page. */
enum BrowserWish {
    /** They run where there is a Chromium; the usual one. */
    OPTIONAL,
    /** They fail where there is none. */
    REQUIRED,
    /** The same, and whoever sits there can watch. */
    VISIBLE;

    static BrowserWish stated() {
        return valueOf(System.getProperty("earworm.browser", OPTIONAL.name()).toUpperCase(Locale.ROOT));
    }
}
