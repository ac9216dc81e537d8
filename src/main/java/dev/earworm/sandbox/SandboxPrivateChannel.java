package dev.earworm.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Direct messages between people, two or a group, that the bot is not part of: {@code alice.with(bob)}.
 *
 * <p>Only a user who installed the application runs its commands here, and the bot knows of nothing but its own answers.
 */
public final class SandboxPrivateChannel extends SandboxChannel {
    private static final int DIRECT = 1;
    private static final int GROUP = 3;

    private final List<SandboxUser> people;

    SandboxPrivateChannel(World world, List<SandboxUser> people) {
        super(world, "", 0, Optional.empty(), Optional.empty());
        this.people = List.copyOf(people);
    }

    /** Whoever reads and writes here; a group was made by the first. */
    public List<SandboxUser> people() {
        return people;
    }

    @Override
    public int type() {
        return people.size() == 2 ? DIRECT : GROUP;
    }

    @Override
    boolean isBotAbleTo(Permission permission) {
        return false;
    }

    @Override
    boolean isOpenTo(SandboxUser user, long permissions) {
        return people.contains(user);
    }

    @Override
    public String toString() {
        return "private messages between " + people;
    }
}
