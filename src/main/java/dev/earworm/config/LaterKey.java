package dev.earworm.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a later version will honour. Set today, each is refused: an operator who sets a budget must not believe in it.
 */
enum LaterKey {
    BUDGET_DAILY_USD("budget.daily-usd"),
    BUDGET_MONTHLY_USD("budget.monthly-usd");

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
