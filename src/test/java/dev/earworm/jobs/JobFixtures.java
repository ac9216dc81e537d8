package dev.earworm.jobs;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.JobId;
import dev.earworm.music.ModelId;
import dev.earworm.music.SongRequest;
import dev.earworm.quota.Account;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Songs for tests. */
public final class JobFixtures {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final ModelId MODEL = new ModelId("elevenlabs", "music_v2");
    public static final Account ALICE = account(1, 10);
    public static final Account BOB = account(1, 11);
    public static final Account ELSEWHERE = account(2, 20);

    private JobFixtures() {}

    public static Account account(long guild, long user) {
        return new Account(new GuildId(guild), new UserId(user));
    }

    public static SongRequest request(String prompt, Duration length) {
        return request(MODEL, prompt, length);
    }

    public static SongRequest request(ModelId model, String prompt, Duration length) {
        return new SongRequest(
                model,
                prompt,
                length,
                false,
                Optional.empty(),
                AudioFormat.MP3,
                OptionalLong.empty(),
                Optional.empty());
    }

    public static SongOrder order(Account account) {
        return order(account, request("a calm river", Duration.ofSeconds(30)));
    }

    public static SongOrder order(Account account, SongRequest request) {
        Destination destination = new Destination(
                new ChannelId(100), Visibility.PUBLIC, Optional.empty(), 10L * 1024 * 1024, Locale.ENGLISH);
        return new SongOrder(account, destination, request);
    }

    public static Job queued(Account account, Instant acceptedAt) {
        return Job.queued(JobId.next(acceptedAt), order(account), Optional.empty(), acceptedAt);
    }
}
