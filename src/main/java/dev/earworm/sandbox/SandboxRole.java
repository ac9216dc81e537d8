package dev.earworm.sandbox;

import java.util.List;
import java.util.Set;

/** A named set of permissions in a guild; members hold any number of them. */
public final class SandboxRole {
    private final World world;
    private final SandboxGuild guild;
    private final long id;
    private final String name;
    private final int position;
    private long bits;

    SandboxRole(World world, SandboxGuild guild, long id, String name, int position, Set<Permission> permissions) {
        this.world = world;
        this.guild = guild;
        this.id = id;
        this.name = name;
        this.position = position;
        this.bits = Permission.bits(permissions);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Set<Permission> permissions() {
        return world.read(() -> Permission.of(bits));
    }

    /** Lets holders do this in every channel that does not say otherwise. */
    public SandboxRole grant(Permission... permissions) {
        return change(bits | Permission.bits(List.of(permissions)));
    }

    public SandboxRole revoke(Permission... permissions) {
        return change(bits & ~Permission.bits(List.of(permissions)));
    }

    private SandboxRole change(long changed) {
        world.change(() -> {
            bits = changed;
            guild.tell("GUILD_ROLE_UPDATE", GuildPayloads.roleEvent(this));
        });
        return this;
    }

    SandboxGuild guild() {
        return guild;
    }

    int position() {
        return position;
    }

    long bits() {
        return bits;
    }

    @Override
    public String toString() {
        return "@" + name;
    }
}
