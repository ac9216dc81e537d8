package dev.earworm.sandbox;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a role may let its members do; bits of developers/topics/permissions. Only those that the sandbox looks at. */
public enum Permission {
    ADMINISTRATOR(3),
    MANAGE_CHANNELS(4),
    MANAGE_GUILD(5),
    ADD_REACTIONS(6),
    VIEW_CHANNEL(10),
    SEND_MESSAGES(11),
    SEND_TTS_MESSAGES(12),
    MANAGE_MESSAGES(13),
    EMBED_LINKS(14),
    ATTACH_FILES(15),
    READ_MESSAGE_HISTORY(16),
    MENTION_EVERYONE(17),
    USE_EXTERNAL_EMOJIS(18),
    CONNECT(20),
    MANAGE_ROLES(28),
    USE_APPLICATION_COMMANDS(31),
    MANAGE_THREADS(34),
    CREATE_PUBLIC_THREADS(35),
    CREATE_PRIVATE_THREADS(36),
    SEND_MESSAGES_IN_THREADS(38),
    SEND_VOICE_MESSAGES(46),
    USE_EXTERNAL_APPS(50);

    /** What everyone in a new guild may do. */
    static final Set<Permission> EVERYONE = Set.of(
            VIEW_CHANNEL,
            SEND_MESSAGES,
            EMBED_LINKS,
            ATTACH_FILES,
            ADD_REACTIONS,
            READ_MESSAGE_HISTORY,
            USE_EXTERNAL_EMOJIS,
            CONNECT,
            USE_APPLICATION_COMMANDS,
            CREATE_PUBLIC_THREADS,
            CREATE_PRIVATE_THREADS,
            SEND_MESSAGES_IN_THREADS,
            SEND_VOICE_MESSAGES,
            USE_EXTERNAL_APPS);

    private final int shift;

    Permission(int shift) {
        this.shift = shift;
    }

    public long bit() {
        return 1L << shift;
    }

    boolean isIn(long bits) {
        return (bits & bit()) != 0;
    }

    static long bits(Collection<Permission> permissions) {
        return permissions.stream().mapToLong(Permission::bit).reduce(0, (left, right) -> left | right);
    }

    static Set<Permission> of(long bits) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if (permission.isIn(bits)) {
                permissions.add(permission);
            }
        }
        return permissions;
    }
}
