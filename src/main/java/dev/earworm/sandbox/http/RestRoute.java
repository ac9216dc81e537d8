package dev.earworm.sandbox.http;

/**
 * One route of the API and what answers it.
 *
 * @param template the path below the API's root, {@code /channels/{channel}/messages}
 */
public record RestRoute(String method, String template, Access access, Handler handler) {
    /** Who may call a route. */
    public enum Access {
        /** Only with the bot's token. */
        BOT,
        /** Whoever has the interaction's token, which is part of the path; not counted in the limit over all routes. */
        INTERACTION
    }

    /** Answers one request; a refusal is a {@link dev.earworm.sandbox.rules.DiscordException}. */
    @FunctionalInterface
    public interface Handler {
        RestAnswer handle(RestRequest request);
    }

    public static RestRoute bot(String method, String template, Handler handler) {
        return new RestRoute(method, template, Access.BOT, handler);
    }

    public static RestRoute interaction(String method, String template, Handler handler) {
        return new RestRoute(method, template, Access.INTERACTION, handler);
    }

    boolean isCountedGlobally() {
        return access == Access.BOT;
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
