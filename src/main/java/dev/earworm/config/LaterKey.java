package dev.earworm.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a later version will honour. Set today, each is refused: an operator who sets a budget must not believe in it.
 */
enum LaterKey {
    MUSIC_FALLBACK("music.fallback"),
    APIFRAME_API_KEY("apiframe.api-key"),
    APIFRAME_BASE_URL("apiframe.base-url"),
    AIGATEWAY_API_KEY("aigateway.api-key"),
    AIGATEWAY_BASE_URL("aigateway.base-url"),
    ACESTEP_BASE_URL("acestep.base-url"),
    ACESTEP_API_KEY("acestep.api-key"),
    BUDGET_DAILY_USD("budget.daily-usd"),
    BUDGET_MONTHLY_USD("budget.monthly-usd"),
    HTTP_PUBLIC_URL("http.public-url");

    private final String path;

    LaterKey(String path) {
        this.path = path;
    }

    String environment() {
        return Key.environmentOf(path);
    }

    static Optional<LaterKey> at(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    @Override
    public String toString() {
        return path + " (" + environment() + ")";
    }
}
