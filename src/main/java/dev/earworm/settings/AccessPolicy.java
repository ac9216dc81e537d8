package dev.earworm.settings;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.RoleId;
import dev.earworm.settings.GuildSettings.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether the admins of a guild let somebody have a song. What holds for members holds for admins, too. */
public final class AccessPolicy {
    private AccessPolicy() {}

    /**
     * Who asks, and where.
     *
     * @param channel where songs are asked for; of a thread, the channel or forum that it is below
     * @param roles what the member has, with the one that everybody in the guild has; none for who is no member
     */
    public record Asker(ChannelId channel, Set<RoleId> roles) {
        public Asker {
            roles = Set.copyOf(roles);
        }
    }

    /** Why there is no song. */
    public sealed interface Denial {
        /** There is none for anybody just now. */
        record Paused(Pause pause) implements Denial {}

        /** There are songs elsewhere. */
        record WrongChannel(Set<ChannelId> allowed) implements Denial {}

        /** There are songs for others. */
        record RoleMissing(Set<RoleId> needed) implements Denial {}

        /** There are songs for all to hear. */
        record NoDirectMessages() implements Denial {}

        /** There are shorter ones. */
        record TooLong(Duration longest) implements Denial {}

        /** There are other files. */
        record WrongFormat(Set<AudioFormat> allowed) implements Denial {}
    }

    /** Whether songs can be asked for at all, by whomever. */
    public static Optional<Denial> pause(GuildSettings settings) {
        return settings.paused().map(Denial.Paused::new);
    }

    /** Whether songs may come to this channel. */
    public static Optional<Denial> channel(GuildSettings settings, Asker asker) {
        Set<ChannelId> allowed = settings.access().channels();
        return allowed.isEmpty() || allowed.contains(asker.channel())
                ? Optional.empty()
                : Optional.of(new Denial.WrongChannel(allowed));
    }

    /** Whether this member may have songs there. */
    public static Optional<Denial> member(GuildSettings settings, Asker asker) {
        return channel(settings, asker).or(() -> role(settings.access().roles(), asker));
    }

    private static Optional<Denial> role(Set<RoleId> needed, Asker asker) {
        return needed.isEmpty() || needed.stream().anyMatch(asker.roles()::contains)
                ? Optional.empty()
                : Optional.of(new Denial.RoleMissing(needed));
    }

    /** Whether songs may be meant for one member alone. */
    public static Optional<Denial> visibility(GuildSettings settings, Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> Optional.empty();
            case PRIVATE ->
                settings.access().directMessages() ? Optional.empty() : Optional.of(new Denial.NoDirectMessages());
        };
    }

    /** All that speaks against this song. */
    public static List<Denial> song(SongRules rules, SongRequest request) {
        List<Denial> denials = new ArrayList<>();
        rules.longest()
                .filter(longest -> request.length().compareTo(longest) > 0)
                .ifPresent(longest -> denials.add(new Denial.TooLong(longest)));
        if (!rules.allows(request.format())) {
            denials.add(new Denial.WrongFormat(rules.formats()));
        }
        return List.copyOf(denials);
    }
}
