package dev.earworm.discord;

import dev.earworm.discord.delivery.TrackRemoval;
import dev.earworm.discord.delivery.VoiceMessages;
import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.Quotas;
import dev.earworm.jobs.SongQueue;
import dev.earworm.jobs.SongService;
import dev.earworm.keys.GuildProviders;
import dev.earworm.library.Library;
import dev.earworm.privacy.PersonalData;
import dev.earworm.settings.SettingsStore;
import java.time.InstantSource;

/**
 * All that stands behind the commands and buttons: what they call, and nothing that they decide.
 *
 * @param voices posts a finished song as a voice message
 * @param removal takes the messages of a song away
 */
public record MemberServices(
        SongService songs,
        SongQueue queue,
        Quotas quotas,
        GuildProviders providers,
        DraftStore drafts,
        SettingsStore settings,
        Library library,
        PersonalData personalData,
        VoiceMessages voices,
        TrackRemoval removal,
        AdminServices admin,
        InstantSource clock) {}
