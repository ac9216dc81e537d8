package dev.earworm.sandbox.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.MemberInChannel;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;
import dev.earworm.sandbox.SandboxMessage;
import dev.earworm.sandbox.SandboxThread;
import dev.earworm.sandbox.SandboxUser;
import dev.earworm.sandbox.rules.Locales;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that one user sees, as the page is told of it at the start. */
final class StateJson {
    /** As many as anybody scrolls back in a channel that is an hour old. */
    private static final int MOST_MESSAGES = 200;

    private final Sandbox sandbox;
    private final People people;
    private final SandboxUser viewer;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final ObjectNode messages;

    private StateJson(Sandbox sandbox, SandboxUser viewer) {
        this.sandbox = sandbox;
        this.people = new People(sandbox);
        this.viewer = viewer;
        this.messages = json.objectNode();
    }

    static ObjectNode of(Sandbox sandbox, SandboxUser viewer, ArrayNode controls) {
        return new StateJson(sandbox, viewer).build(controls);
    }

    private ObjectNode build(ArrayNode controls) {
        List<SandboxMember> memberships = people.memberships(viewer);
        json.set("viewer", MessageJson.user(viewer).put("locale", locale(memberships)));
        ArrayNode users = json.putArray("users");
        people.everyone().forEach(user -> users.add(user(user)));
        json.set(
                "bot",
                MessageJson.user(sandbox.bot())
                        .put("connected", sandbox.gateway().connected() > 0));
        json.put("now", sandbox.now().toEpochMilli());
        ArrayNode guilds = json.putArray("guilds");
        memberships.forEach(member -> guilds.add(guild(member)));
        json.putNull("direct");
        memberships.stream()
                .findFirst()
                .ifPresent(member -> json.set("direct", channel(member.inDirectMessages(), member)));
        json.set("messages", messages);
        json.set("controls", controls);
        ArrayNode locales = json.putArray("locales");
        Locales.ALL.stream().sorted().forEach(locales::add);
        return json;
    }

    private static String locale(List<SandboxMember> memberships) {
        return memberships.stream().findFirst().map(SandboxMember::locale).orElse(Locales.STANDARD);
    }

    private ObjectNode user(SandboxUser user) {
        return MessageJson.user(user).put("bot", user.isBot()).put("note", people.note(user));
    }

    private ObjectNode guild(SandboxMember member) {
        SandboxGuild guild = member.guild();
        ObjectNode told = json.objectNode();
        told.put("id", MessageJson.id(guild.id()));
        told.put("name", guild.name());
        ArrayNode channels = told.putArray("channels");
        member.channels().forEach(channel -> channels.add(channel(member.in(channel), member)));
        told.set(
                "members",
                MessageJson.ids(guild.members().stream().map(SandboxMember::id).toList()));
        ArrayNode roles = told.putArray("roles");
        guild.allRoles()
                .forEach(role ->
                        roles.addObject().put("id", MessageJson.id(role.id())).put("name", role.name()));
        return told;
    }

    private ObjectNode channel(MemberInChannel place, SandboxMember member) {
        SandboxChannel channel = place.channel();
        remember(channel, member);
        ObjectNode told = json.objectNode();
        told.put("id", MessageJson.id(channel.id()));
        told.put("name", channel.recipient().isPresent() ? sandbox.bot().name() : channel.name());
        told.put("type", channel.type());
        told.put("parent", parent(channel).orElse(null));
        told.put("canWrite", place.isAbleToWrite());
        told.put("canUseCommands", place.isAbleToRunCommands());
        told.put("canDeleteOthers", place.isAbleToDeleteOthers());
        told.put("uploadLimit", place.uploadLimit());
        return told;
    }

    private static Optional<String> parent(SandboxChannel channel) {
        return channel instanceof SandboxThread thread
                ? Optional.of(MessageJson.id(thread.parent().id()))
                : Optional.empty();
    }

    private void remember(SandboxChannel channel, SandboxMember member) {
        List<SandboxMessage> seen = new ArrayList<>(member.sees(channel));
        ArrayNode list = messages.putArray(MessageJson.id(channel.id()));
        seen.subList(Math.max(0, seen.size() - MOST_MESSAGES), seen.size())
                .forEach(message -> list.add(MessageJson.of(message)));
    }
}
