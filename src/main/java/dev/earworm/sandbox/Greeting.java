package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.sandbox.gateway.GatewaySource;
import java.util.List;

/** Tells the gateway what a bot is greeted with. */
final class Greeting implements GatewaySource {
    private final World world;
    private final Runnable onSessionsChanged;

    Greeting(World world, Runnable onSessionsChanged) {
        this.world = world;
        this.onSessionsChanged = onSessionsChanged;
    }

    @Override
    public void exclusively(Runnable work) {
        world.change(work);
    }

    @Override
    public ObjectNode ready() {
        ObjectNode json = Json.object();
        json.set("user", GuildPayloads.user(world.bot()));
        json.putObject("application").put("id", Json.id(world.bot().id())).put("flags", 0);
        // Not in the documented fields, but JDA asks for it.
        json.putArray("private_channels");
        return json;
    }

    @Override
    public List<Long> guildIds() {
        return world.guilds().stream().map(SandboxGuild::id).toList();
    }

    @Override
    public ObjectNode guildCreate(long guildId) {
        return GuildPayloads.guildCreate(world.guild(guildId).orElseThrow());
    }

    @Override
    public ArrayNode members(long guildId) {
        ArrayNode members = Json.array();
        world.guild(guildId)
                .ifPresent(guild -> guild.memberList().forEach(member -> members.add(GuildPayloads.member(member))));
        return members;
    }

    @Override
    public void onSessionsChanged() {
        onSessionsChanged.run();
    }
}
