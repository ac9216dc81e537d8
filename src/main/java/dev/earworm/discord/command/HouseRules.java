package dev.earworm.discord.command;

import static dev.earworm.discord.words.Messages.say;

import dev.earworm.discord.command.Askers.Known;
import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Visibility;
import dev.earworm.keys.GuildProviders;
import dev.earworm.music.MusicModel;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.GuildId;
import dev.earworm.settings.AccessPolicy;
import dev.earworm.settings.AccessPolicy.Asker;
import dev.earworm.settings.AccessPolicy.Denial;
import dev.earworm.settings.GuildSettings;
import dev.earworm.settings.SettingsStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.dv8tion.jda.api.interactions.Interaction;

/**
 * What the admins of a guild allow, put before everything that orders a song or a plan, and said in a sentence where it
 * does not fit. Outside of guilds nobody has made any rules.
 */
public final class HouseRules {
    private final SettingsStore settings;
    private final BlockedMembers blocked;
    private final GuildProviders providers;

    public HouseRules(SettingsStore settings, BlockedMembers blocked, GuildProviders providers) {
        this.settings = settings;
        this.blocked = blocked;
        this.providers = providers;
    }

    /** Why nothing can be asked for here by this member. */
    public Optional<String> obstacle(Interaction interaction) {
        return obstacle(interaction, Visibility.PUBLIC);
    }

    /**
     * Why nothing can be planned here by this member: whoever is blocked gets no plans either, as each is a request to a
     * provider. Songs find that out where they are accepted. Asks the database, so no acknowledgement may wait for it.
     */
    public Optional<String> obstacleToPlanning(Interaction interaction) {
        return obstacle(interaction)
                .or(() -> blocked.of(Origin.account(interaction)).map(_ -> say("blocked")));
    }

    /**
     * Whether that is known to be so without waiting for anything, as an acknowledgement must not: of a guild that was not
     * heard of since the start, nothing is known.
     */
    boolean isKnownToDeny(Interaction interaction) {
        return settings.remembered(Origin.guild(interaction)).isPresent()
                && obstacle(interaction).isPresent();
    }

    /** Why nothing that is so visible can be asked for here by this member. */
    public Optional<String> obstacle(Interaction interaction, Visibility visibility) {
        GuildId guild = Origin.guild(interaction);
        return obstacle(interaction, guild, new ChannelId(interaction.getChannelIdLong()), visibility);
    }

    /**
     * The same for a song of a guild that may be asked for from elsewhere.
     *
     * @param channel of the guild, which counts for those who are elsewhere
     */
    Optional<String> obstacle(Interaction interaction, GuildId guild, ChannelId channel, Visibility visibility) {
        return AccessPolicy.pause(settings.of(guild))
                .map(DenialSentences::of)
                .or(() -> ofAsker(AccessPolicy::member, interaction, guild, channel))
                .or(() ->
                        AccessPolicy.visibility(settings.of(guild), visibility).map(DenialSentences::of));
    }

    /** Why a finished song of a guild cannot be sent in another way by this member. */
    public Optional<String> obstacleToSending(Interaction interaction, GuildId guild, ChannelId channel) {
        return ofAsker(AccessPolicy::member, interaction, guild, channel);
    }

    /** Why no song can be posted here, by whomever. */
    public Optional<String> obstacleToPosting(Interaction interaction) {
        GuildId guild = Origin.guild(interaction);
        return ofAsker(AccessPolicy::channel, interaction, guild, new ChannelId(interaction.getChannelIdLong()));
    }

    /** Why there is no such song in this guild. */
    Optional<String> obstacle(GuildId guild, SongRequest request) {
        List<Denial> denials = AccessPolicy.song(settings.of(guild).songs(), request);
        return denials.isEmpty() ? Optional.empty() : Optional.of(DenialSentences.of(denials));
    }

    /** What songs are like where nobody says. */
    SongDefaults defaults(GuildId guild) {
        return SongDefaults.of(settings.of(guild).songs(), providers.of(guild));
    }

    /** The model that is used where none is named comes first. */
    List<MusicModel> models(GuildId guild) {
        return defaults(guild).first(providers.of(guild).models());
    }

    private Optional<String> ofAsker(
            BiFunction<GuildSettings, Asker, Optional<Denial>> rule,
            Interaction interaction,
            GuildId guild,
            ChannelId channel) {
        GuildSettings set = settings.of(guild);
        boolean isFree = !set.access().hasLimits();
        if (guild.isOutside() || isFree && Askers.isThere(interaction, guild)) {
            return Optional.empty();
        }
        return switch (Askers.of(interaction, guild, channel)) {
            case Known.Member(Asker asker) -> rule.apply(set, asker).map(DenialSentences::of);
            // Whoever has left spends nothing of the guild's any more, even where it has no rules.
            case Known.Stranger(Asker asker) ->
                rule.apply(set, asker).map(DenialSentences::of).or(() -> Optional.of(say("access.elsewhere")));
            case Known.Nobody _ -> isFree ? Optional.empty() : Optional.of(say("access.elsewhere"));
        };
    }
}
