package dev.earworm.discord.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.earworm.discord.delivery.LearnedLimits;
import dev.earworm.jobs.Visibility;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * How large a file may be where a command was used. Discord says so in each interaction ({@code attachment_size_limit},
 * bytes); JDA drops the number and shows it in the raw event only, which it fires right after the typed one. Both sides
 * therefore meet here, whichever comes first.
 */
public final class UploadLimits extends ListenerAdapter {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final LearnedLimits learned;
    private final Cache<Long, CompletableFuture<Long>> limits = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** @param learned where Discord names more than it takes */
    public UploadLimits(LearnedLimits learned) {
        this.learned = learned;
    }

    @Override
    public void onRawGateway(RawGatewayEvent event) {
        if (!event.getType().equals("INTERACTION_CREATE")) {
            return;
        }
        DataObject interaction = event.getPayload();
        long limit = interaction.getLong("attachment_size_limit", 0);
        if (limit > 0) {
            of(interaction.getUnsignedLong("id")).complete(limit);
        }
    }

    /** In bytes, for a song that is asked for here. */
    long of(Interaction interaction, Visibility visibility) {
        return learned.of(Origin.account(interaction).guild(), visibility, named(interaction));
    }

    /** What everyone may, or the guild's boosts allow, where Discord did not say. */
    private long named(Interaction interaction) {
        try {
            return of(interaction.getIdLong()).get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return usual(interaction);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return usual(interaction);
        }
    }

    private static long usual(Interaction interaction) {
        Guild guild = interaction.getGuild();
        return guild == null || guild.isDetached() ? Message.MAX_FILE_SIZE : guild.getMaxFileSize();
    }

    private CompletableFuture<Long> of(long interaction) {
        return limits.get(interaction, _ -> new CompletableFuture<>());
    }
}
