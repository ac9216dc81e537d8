package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Discord's client lets a member select in a menu. */
final class MenuCheck {
    private MenuCheck() {}

    /** In a menu of texts. */
    static void check(SandboxMessage message, String customId, List<String> values) {
        JsonNode menu = open(message, customId, ComponentRules.STRING_SELECT, values.size());
        Set<String> offered = new HashSet<>();
        menu.path("options").forEach(option -> offered.add(option.path("value").asText()));
        if (!offered.containsAll(values)) {
            throw new ClientRefusalException("the menu %s offers %s".formatted(customId, offered));
        }
    }

    /** In a menu of channels, which shows those of the guild that the member sees and that are of its types. */
    static void checkChannels(
            SandboxMessage message, String customId, SandboxMember member, List<SandboxChannel> channels) {
        JsonNode menu = open(message, customId, ComponentRules.CHANNEL_SELECT, channels.size());
        Set<Integer> types = new HashSet<>();
        menu.path("channel_types").forEach(type -> types.add(type.asInt()));
        for (SandboxChannel channel : channels) {
            boolean isOfHere = channel.guild().filter(member.guild()::equals).isPresent();
            boolean isSeen = isOfHere && Permission.VIEW_CHANNEL.isIn(Permissions.inChannel(member, channel));
            if (!isSeen || !(types.isEmpty() || types.contains(channel.type()))) {
                throw new ClientRefusalException("the menu %s does not show %s".formatted(customId, channel));
            }
        }
    }

    /** In a menu of roles, which shows those of the guild. */
    static void checkRoles(SandboxMessage message, String customId, SandboxMember member, List<SandboxRole> roles) {
        open(message, customId, ComponentRules.ROLE_SELECT, roles.size());
        for (SandboxRole role : roles) {
            if (!role.guild().equals(member.guild())) {
                throw new ClientRefusalException("the menu %s does not show %s".formatted(customId, role));
            }
        }
    }

    private static JsonNode open(SandboxMessage message, String customId, int type, int count) {
        JsonNode menu = find(message.body().components(), type, customId)
                .orElseThrow(() -> new ClientRefusalException("no menu %s in %s".formatted(customId, message)));
        if (menu.path("disabled").asBoolean()) {
            throw new ClientRefusalException("the menu %s is disabled".formatted(customId));
        }
        int fewest = menu.path("min_values").asInt(1);
        int most = menu.path("max_values").asInt(1);
        if (count < fewest || count > most) {
            throw new ClientRefusalException("the menu %s takes %d to %d values".formatted(customId, fewest, most));
        }
        return menu;
    }

    private static Optional<JsonNode> find(JsonNode components, int type, String customId) {
        for (JsonNode component : components) {
            boolean isMenu = component.path("type").asInt() == type;
            if (isMenu && component.path("custom_id").asText().equals(customId)) {
                return Optional.of(component);
            }
            Optional<JsonNode> nested = find(component.path("components"), type, customId);
            if (nested.isPresent()) {
                return nested;
            }
        }
        return Optional.empty();
    }
}
