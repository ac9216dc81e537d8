package dev.earworm.sandbox;

/**
 * Adds up what a member may do: developers/topics/permissions, "Permission Hierarchy" and "Permission Overwrites".
 *
 * <p>Guild: everyone's role and the member's roles together; owner and administrators may do all. Channel: overwrites of
 * everyone, then of the member's roles together, then of the member. Without VIEW_CHANNEL nothing is left; without
 * SEND_MESSAGES (in threads, SEND_MESSAGES_IN_THREADS) neither is what comes with a message.
 */
final class Permissions {
    private static final long ALL = Permission.bits(java.util.List.of(Permission.values()));
    private static final long WITH_MESSAGES = Permission.MENTION_EVERYONE.bit()
            | Permission.SEND_TTS_MESSAGES.bit()
            | Permission.ATTACH_FILES.bit()
            | Permission.EMBED_LINKS.bit();

    private Permissions() {}

    static long inGuild(SandboxMember member) {
        SandboxGuild guild = member.guild();
        long bits = guild.everyone().bits();
        for (SandboxRole role : member.heldRoles()) {
            bits |= role.bits();
        }
        boolean isAll = guild.isOwner(member) || Permission.ADMINISTRATOR.isIn(bits);
        return isAll ? ALL : bits;
    }

    static long inChannel(SandboxMember member, SandboxChannel channel) {
        long bits = inGuild(member);
        if (bits == ALL) {
            return ALL;
        }
        bits = channel.overwrite(member.guild().everyone().id()).applyTo(bits);
        Overwrite ofRoles = Overwrite.NONE;
        for (SandboxRole role : member.heldRoles()) {
            ofRoles = ofRoles.plus(channel.overwrite(role.id()));
        }
        bits = ofRoles.applyTo(bits);
        bits = channel.overwrite(member.id()).applyTo(bits);
        if (!Permission.VIEW_CHANNEL.isIn(bits) || !channel.isOpenTo(member.user(), bits)) {
            return 0;
        }
        return channel.sending().isIn(bits) ? bits : bits & ~WITH_MESSAGES;
    }

    /** What a channel changes for one role or member. */
    record Overwrite(long allowed, long denied) {
        static final Overwrite NONE = new Overwrite(0, 0);

        long applyTo(long bits) {
            return (bits & ~denied) | allowed;
        }

        Overwrite plus(Overwrite other) {
            return new Overwrite(allowed | other.allowed, denied | other.denied);
        }

        Overwrite without(long bits) {
            return new Overwrite(allowed & ~bits, denied & ~bits);
        }

        Overwrite allow(long bits) {
            return new Overwrite(allowed | bits, denied & ~bits);
        }

        Overwrite deny(long bits) {
            return new Overwrite(allowed & ~bits, denied | bits);
        }
    }
}
