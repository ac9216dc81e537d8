package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.words.Lengths;
import dev.earworm.discord.words.Listing;
import dev.earworm.discord.words.MemberWords;
import dev.earworm.jobs.ChannelId;
import dev.earworm.music.AudioFormat;
import dev.earworm.quota.RoleId;
import dev.earworm.settings.AccessPolicy.Denial;
import dev.earworm.settings.GuildSettings.Pause;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Why a guild's admins let somebody have no song: what the rule is, and so what to do instead. */
public final class DenialSentences {
    /** Of channels and roles; so that a sentence stays one. */
    private static final int MOST_NAMED = 10;

    private static final int REASON_SHOWN = 200;

    private DenialSentences() {}

    public static String of(Denial denial) {
        return switch (denial) {
            case Denial.Paused paused -> pause(paused.pause());
            case Denial.WrongChannel wrong -> say("access.channel", channels(wrong.allowed()));
            case Denial.RoleMissing missing ->
                say("access.role", missing.needed().size(), roles(missing.needed()));
            case Denial.NoDirectMessages _ -> say("access.no-direct-messages");
            case Denial.TooLong tooLong -> say("access.too-long", Lengths.clock(tooLong.longest()));
            case Denial.WrongFormat wrong -> say("access.format", formats(wrong.allowed()));
        };
    }

    /** All of them, a line each. */
    static String of(List<Denial> denials) {
        return denials.stream().map(DenialSentences::of).collect(Collectors.joining("\n"));
    }

    /** Since when there are no songs, and why. */
    public static String pause(Pause pause) {
        String since = TimeFormat.DATE_TIME_SHORT.format(pause.since());
        return pause.reason().isBlank()
                ? say("access.paused", since)
                : say("access.paused-because", since, MemberWords.shown(pause.reason(), REASON_SHOWN));
    }

    /** As mentions, which Discord shows by name. */
    public static String channels(Collection<ChannelId> channels) {
        return named(
                channels.stream()
                        .sorted(Comparator.comparingLong(ChannelId::value))
                        .map(channel -> "<#" + channel + ">"),
                channels.size());
    }

    /** As mentions, which Discord shows by name. */
    public static String roles(Collection<RoleId> roles) {
        return named(
                roles.stream().sorted(Comparator.comparingLong(RoleId::value)).map(role -> "<@&" + role.value() + ">"),
                roles.size());
    }

    public static String formats(Collection<AudioFormat> formats) {
        return Listing.of(formats.stream().sorted().map(AudioFormat::title));
    }

    private static String named(Stream<String> mentions, int all) {
        String named = Listing.of(mentions.limit(MOST_NAMED));
        return all > MOST_NAMED ? say("access.and-more", named, all - MOST_NAMED) : named;
    }
}
