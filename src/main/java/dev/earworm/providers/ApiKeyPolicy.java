package dev.earworm.providers;

/** Decides whether a key can be sent at all, so that a key pasted with a line break is noticed at the start. */
public final class ApiKeyPolicy {
    private ApiKeyPolicy() {}

    /**
     * Refuses a key that cannot be sent as a header.
     *
     * @throws IllegalArgumentException in words for the operator, without the key
     */
    public static void requireUsable(String apiKey) {
        if (apiKey.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        // Checked here also because OkHttp prints the value of a header that it finds malformed.
        if (!apiKey.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException("must not hold spaces, line breaks or characters outside of ASCII");
        }
    }
}
