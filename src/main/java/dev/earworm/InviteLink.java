package dev.earworm;

import dev.earworm.discord.command.Preflight;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;

/**
 * Adds the bot to a guild, with slash commands and the permissions to post a song, and no others
 * (<a href="https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow">Discord on bot authorization</a>),
 * or to a member's account (<a href="https://docs.discord.com/developers/resources/application#install-links">install
 * links</a>).
 *
 * @param applicationId the bot's number
 */
record InviteLink(String applicationId) {
    private static final Pattern TOKEN = Pattern.compile("([\\w-]+)\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern SNOWFLAKE = Pattern.compile("[0-9]{15,20}");

    /** The link of the bot with this token, whose first part is the bot's number in base64; empty if it is not. */
    static Optional<InviteLink> ofBot(String botToken) {
        return Optional.of(TOKEN.matcher(botToken))
                .filter(Matcher::matches)
                .flatMap(parts -> decoded(parts.group(1)))
                .filter(number -> SNOWFLAKE.matcher(number).matches())
                .map(InviteLink::new);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of the page on which a member adds the bot to their own account, where it needs no permissions. */
    URI forMembers() {
        return URI.create("https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&integration_type=1&scope=applications.commands");
    }

    URI address() {
        return URI.create("https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=bot+applications.commands&permissions="
                + Permission.getRaw(Preflight.everNeeded()));
    }
}
