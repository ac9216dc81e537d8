package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A channel that is more than text and is written in all the same: {@code home.channel("news", Kind.ANNOUNCEMENT)}. */
public final class SandboxChatChannel extends SandboxChannel {
    private static final int BIT_RATE = 64_000;

    private final Kind kind;

    /** What it is beside, with Discord's number. */
    public enum Kind {
        VOICE(2),
        /** Other guilds can follow it. */
        ANNOUNCEMENT(5),
        STAGE(13);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    SandboxChatChannel(World world, SandboxGuild guild, String name, int position, Kind kind) {
        super(world, name, position, Optional.of(guild), Optional.empty());
        this.kind = kind;
    }

    /** What it has that a text channel has not. */
    void describe(ObjectNode json) {
        if (kind != Kind.ANNOUNCEMENT) {
            json.put("bitrate", BIT_RATE);
            json.put("user_limit", 0);
            json.putNull("rtc_region");
        }
    }

    /** Whoever may not join in cannot read or write there either; undocumented, and what its libraries have learned. */
    @Override
    boolean isOpenTo(SandboxUser user, long permissions) {
        return kind == Kind.ANNOUNCEMENT || Permission.CONNECT.isIn(permissions);
    }

    @Override
    public int type() {
        return kind.number;
    }
}
