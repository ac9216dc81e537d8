package dev.earworm.discord.command;

import dev.earworm.discord.delivery.GuildLog;
import dev.earworm.discord.delivery.Post;
import dev.earworm.quota.Account;
import dev.earworm.settings.AuditEntry;
import dev.earworm.settings.AuditLog;
import java.time.InstantSource;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.Interaction;

/** Writes down what an admin did, and tells the other admins in the guild's log channel. */
public final class AdminJournal {
    private final AuditLog audit;
    private final GuildLog log;
    private final InstantSource clock;

    public AdminJournal(AuditLog audit, GuildLog log, InstantSource clock) {
        this.audit = audit;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes something that was just done.
     *
     * @param interaction by which it was done
     * @param what a sentence that says who did it; put together in the guild's language; never a secret
     */
    public void note(Interaction interaction, Supplier<String> what) {
        Account admin = Origin.account(interaction);
        String sentence = log.language(admin.guild()).render(what);
        audit.add(new AuditEntry(admin.guild(), admin.user(), clock.instant(), sentence));
        log.post(admin.guild(), () -> Post.of(sentence));
    }
}
