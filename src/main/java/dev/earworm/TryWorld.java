package dev.earworm;

import dev.earworm.sandbox.Permission;
import dev.earworm.sandbox.Sandbox;
import dev.earworm.sandbox.SandboxChannel;
import dev.earworm.sandbox.SandboxGuild;
import dev.earworm.sandbox.SandboxMember;

/**
 * Who and what is there to try the bot with: a guild as most are, with a member and an admin, and one in which nobody may
 * do much, the bot included.
 */
final class TryWorld {
    private static final Permission[] OF_AN_ADMIN = {
        Permission.MANAGE_GUILD,
        Permission.MANAGE_CHANNELS,
        Permission.MANAGE_ROLES,
        Permission.MANAGE_MESSAGES,
        Permission.MANAGE_THREADS,
        Permission.MENTION_EVERYONE
    };
    private static final Permission[] BEYOND_WORDS = {
        Permission.EMBED_LINKS,
        Permission.ATTACH_FILES,
        Permission.SEND_VOICE_MESSAGES,
        Permission.USE_EXTERNAL_EMOJIS,
        Permission.USE_EXTERNAL_APPS,
        Permission.ADD_REACTIONS,
        Permission.CREATE_PUBLIC_THREADS,
        Permission.CREATE_PRIVATE_THREADS
    };

    private final SandboxMember alice;
    private final SandboxChannel general;

    private TryWorld(SandboxMember alice, SandboxChannel general) {
        this.alice = alice;
        this.general = general;
    }

    static TryWorld in(Sandbox sandbox) {
        SandboxGuild home = sandbox.guild("Home");
        SandboxMember alice = home.member("alice");
        home.member("ada").gets(home.role("Admin").grant(OF_AN_ADMIN));
        home.member("bob").gets(home.role("DJ"));
        alice.in(home.channel("music")).startsThread("rainy days");

        SandboxGuild strict = sandbox.guild("Strict");
        strict.everyone().revoke(BEYOND_WORDS);
        strict.member("carol");
        return new TryWorld(alice, home.channel("general"));
    }

    /** A member of no special rank, where most is talked. */
    SandboxMember alice() {
        return alice;
    }

    SandboxChannel general() {
        return general;
    }
}
