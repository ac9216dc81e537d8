package dev.earworm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.Visibility;
import dev.earworm.music.AudioFormat;
import dev.earworm.music.ModelId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.RoleId;
import dev.earworm.quota.UserId;
import dev.earworm.settings.AccessPolicy.Asker;
import dev.earworm.settings.AccessPolicy.Denial;
import dev.earworm.settings.GuildSettings.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final ChannelId MUSIC = new ChannelId(1);
    private static final ChannelId GENERAL = new ChannelId(2);
    private static final RoleId EVERYONE = new RoleId(10);
    private static final RoleId DJ = new RoleId(11);
    private static final RoleId BAND = new RoleId(12);

    @Test
    void whereNothingWasSetEverybodyMayHaveEverything() {
        Asker asker = new Asker(GENERAL, Set.of());

        assertThat(AccessPolicy.pause(GuildSettings.DEFAULT)).isEmpty();
        assertThat(AccessPolicy.member(GuildSettings.DEFAULT, asker)).isEmpty();
        assertThat(AccessPolicy.visibility(GuildSettings.DEFAULT, Visibility.PRIVATE))
                .isEmpty();
        assertThat(AccessPolicy.song(SongRules.NONE, song(Duration.ofHours(9), AudioFormat.WAV)))
                .isEmpty();
    }

    @Test
    void aPauseIsForEverybody() {
        Pause pause = new Pause(new UserId(5), Instant.EPOCH, "bills");

        assertThat(AccessPolicy.pause(GuildSettings.DEFAULT.withPaused(Optional.of(pause))))
                .contains(new Denial.Paused(pause));
    }

    @Test
    void songsAreForTheChannelsThatAreAllowed() {
        GuildSettings settings = with(Access.OPEN.withChannels(Set.of(MUSIC)));

        assertThat(AccessPolicy.member(settings, new Asker(MUSIC, Set.of()))).isEmpty();
        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of(DJ))))
                .contains(new Denial.WrongChannel(Set.of(MUSIC)));
    }

    @Test
    void oneOfTheRolesIsEnough() {
        GuildSettings settings = with(Access.OPEN.withRoles(Set.of(DJ, BAND)));

        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of(EVERYONE, BAND))))
                .isEmpty();
        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of(EVERYONE))))
                .contains(new Denial.RoleMissing(Set.of(DJ, BAND)));
    }

    @Test
    void theRoleThatEverybodyHasCountsForMembersAlone() {
        GuildSettings settings = with(Access.OPEN.withRoles(Set.of(EVERYONE)));

        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of(EVERYONE))))
                .isEmpty();
        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of()))).isPresent();
    }

    @Test
    void whoLacksBothIsToldOfTheChannel() {
        GuildSettings settings = with(new Access(Set.of(MUSIC), Set.of(DJ), true));

        assertThat(AccessPolicy.member(settings, new Asker(GENERAL, Set.of())))
                .contains(new Denial.WrongChannel(Set.of(MUSIC)));
    }

    @Test
    void theRolesDoNotMatterForWhereSongsMayCome() {
        GuildSettings settings = with(Access.OPEN.withRoles(Set.of(DJ)));

        assertThat(AccessPolicy.channel(settings, new Asker(GENERAL, Set.of()))).isEmpty();
    }

    @Test
    void withoutDirectMessagesSongsAreForAllToHear() {
        GuildSettings settings = with(Access.OPEN.withDirectMessages(false));

        assertThat(AccessPolicy.visibility(settings, Visibility.PUBLIC)).isEmpty();
        assertThat(AccessPolicy.visibility(settings, Visibility.PRIVATE)).contains(new Denial.NoDirectMessages());
    }

    @Test
    void theLongestSongIsAllowedAndNoLongerOne() {
        SongRules rules = SongRules.NONE.withLongestSeconds(Optional.of(60));

        assertThat(AccessPolicy.song(rules, song(Duration.ofSeconds(60), AudioFormat.MP3)))
                .isEmpty();
        assertThat(AccessPolicy.song(rules, song(Duration.ofMillis(60_001), AudioFormat.MP3)))
                .containsExactly(new Denial.TooLong(Duration.ofSeconds(60)));
    }

    @Test
    void everythingThatSpeaksAgainstASongIsSaidAtOnce() {
        SongRules rules = new SongRules(Optional.empty(), Optional.of(60), Set.of(AudioFormat.OGG));

        assertThat(AccessPolicy.song(rules, song(Duration.ofSeconds(61), AudioFormat.WAV)))
                .containsExactly(
                        new Denial.TooLong(Duration.ofSeconds(60)), new Denial.WrongFormat(Set.of(AudioFormat.OGG)));
    }

    private static GuildSettings with(Access access) {
        return GuildSettings.DEFAULT.withAccess(access);
    }

    private static SongRequest song(Duration length, AudioFormat format) {
        return new SongRequest(
                new ModelId("studio", "grand"),
                "a calm river",
                length,
                false,
                Optional.empty(),
                format,
                OptionalLong.empty(),
                Optional.empty());
    }
}
