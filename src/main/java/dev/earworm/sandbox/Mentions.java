package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is really mentioned by a message, after {@code allowed_mentions}.
 *
 * <p>developers/resources/message, "Allowed Mentions Object": without it everything in the content counts; {@code parse}
 * allows whole kinds, {@code users} and {@code roles} single ones.
 *
 * @param everyone whether {@code @everyone} or {@code @here} counts
 */
public record Mentions(List<Long> users, List<Long> roles, boolean everyone) {
    static final Mentions NONE = new Mentions(List.of(), List.of(), false);
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,19})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");

    static Mentions of(String content, JsonNode allowed, boolean mayMentionEveryone) {
        List<Long> users = ids(USER, content, id -> isAllowed(allowed, "users", id));
        List<Long> roles = ids(ROLE, content, id -> isAllowed(allowed, "roles", id));
        boolean everyone = mayMentionEveryone
                && EVERYONE.matcher(content).find()
                && (isUnrestricted(allowed) || contains(allowed.path("parse"), "everyone"));
        return new Mentions(users, roles, everyone);
    }

    Mentions plusUser(long id) {
        Set<Long> more = new LinkedHashSet<>(users);
        more.add(id);
        return new Mentions(List.copyOf(more), roles, everyone);
    }

    static boolean allowsReplied(JsonNode allowed) {
        return isUnrestricted(allowed) || allowed.path("replied_user").asBoolean(false);
    }

    private static List<Long> ids(Pattern pattern, String content, LongPredicate isAllowed) {
        Set<Long> ids = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(content);
        while (matcher.find()) {
            long id = Long.parseUnsignedLong(matcher.group(1));
            if (isAllowed.test(id)) {
                ids.add(id);
            }
        }
        return new ArrayList<>(ids);
    }

    private static boolean isAllowed(JsonNode allowed, String kind, long id) {
        return isUnrestricted(allowed)
                || contains(allowed.path("parse"), kind)
                || contains(allowed.path(kind), Json.id(id));
    }

    private static boolean isUnrestricted(JsonNode allowed) {
        return allowed.isMissingNode() || allowed.isNull();
    }

    private static boolean contains(JsonNode list, String word) {
        for (JsonNode entry : list) {
            if (entry.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
