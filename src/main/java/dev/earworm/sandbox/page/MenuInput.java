package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxInteraction;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxRole;
import dev.earworm.sandbox.rules.ComponentRules;
import java.util.List;
import java.util.Optional;

/** What was chosen in a menu of a message: texts, channels or roles. */
final class MenuInput {
    private final MemberInChannel place;

    MenuInput(MemberInChannel place) {
        this.place = place;
    }

    SandboxInteraction select(SandboxMessage message, String customId, List<String> values) {
        int type = find(message.componentJson(), customId)
                .orElseThrow(() -> new UnfitOrder("This menu is gone."))
                .path("type")
                .asInt();
        return switch (type) {
            case ComponentRules.STRING_SELECT -> place.selects(message, customId, values.toArray(String[]::new));
            case ComponentRules.CHANNEL_SELECT ->
                place.selectsChannels(
                        message, customId, values.stream().map(this::channel).toArray(SandboxChannel[]::new));
            case ComponentRules.ROLE_SELECT ->
                place.selectsRoles(
                        message, customId, values.stream().map(this::role).toArray(SandboxRole[]::new));
            default -> throw new UnfitOrder("Menus of this kind are not part of the sandbox.");
        };
    }

    private SandboxChannel channel(String id) {
        return guild().channels().stream()
                .filter(channel -> MessageJson.id(channel.id()).equals(id))
                .findFirst()
                .or(() -> guild().threads().stream()
                        .filter(thread -> MessageJson.id(thread.id()).equals(id))
                        .map(SandboxChannel.class::cast)
                        .findFirst())
                .orElseThrow(() -> new UnfitOrder("This channel is gone."));
    }

    private SandboxRole role(String id) {
        return guild().allRoles().stream()
                .filter(role -> MessageJson.id(role.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new UnfitOrder("This role is gone."));
    }

    private SandboxGuild guild() {
        return place.channel().guild().orElseThrow(() -> new UnfitOrder("There is nothing of this kind here."));
    }

    private static Optional<JsonNode> find(JsonNode components, String customId) {
        return components.findParents("custom_id").stream()
                .filter(component -> component.path("custom_id").asText().equals(customId))
                .findFirst();
    }
}
