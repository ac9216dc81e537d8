package dev.earworm.discord.command;

import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import dev.earworm.usage.UsagePeriod;
import dev.earworm.usage.UsageReport;
import dev.earworm.usage.UsageSheet;
import dev.earworm.usage.UsageSpan;
import dev.earworm.usage.UsageStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import net.dv8tion.jda.api.entities.Guild;

/** Where admins see what was made in their guild. Whoever asks here has been asked whether they are one. */
public final class UsageDesk {
    private final UsageStore usage;
    private final InstantSource clock;

    public UsageDesk(UsageStore usage, InstantSource clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /** @param fileName without what a program needs to know which kind of file it is */
    public record Sheet(String fileName, byte[] csv) {}

    public Reply report(GuildId guild, UsageView view) {
        UsageReport report = usage.report(guild, view.span().at(clock.instant()), view.grouping());
        return Reply.of(UsagePosts.of(report, view));
    }

    /** Every song, with the names that its members have in the guild. */
    public Sheet sheet(Guild guild, UsageSpan span) {
        GuildId id = new GuildId(guild.getIdLong());
        UsagePeriod period = span.at(clock.instant());
        Map<UserId, String> names = MemberNames.of(guild, usage.members(id, period));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            usage.songs(id, period, new UsageSheet(out, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet("songs-%s-to-%s".formatted(period.first(), period.last()), bytes.toByteArray());
    }
}
