package dev.earworm.sandbox;

import java.util.List;
import java.util.Optional;

/** A channel in which there are only posts, each a thread: {@code alice.in(forum).startsPost("A river", "Listen")}. */
public final class SandboxForum extends SandboxChannel {
    static final int FORUM = 15;

    private final SandboxGuild guild;

    SandboxForum(World world, SandboxGuild guild, String name, int position) {
        super(world, name, position, Optional.of(guild), Optional.empty());
        this.guild = guild;
    }

    /** Oldest first, archived ones too. */
    public List<SandboxThread> posts() {
        return guild.threads().stream()
                .filter(thread -> thread.parent().equals(this))
                .toList();
    }

    @Override
    public int type() {
        return FORUM;
    }
}
