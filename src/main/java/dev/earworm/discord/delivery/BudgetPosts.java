package dev.earworm.discord.delivery;

import dev.earworm.discord.words.BudgetSentences;
import dev.earworm.jobs.BudgetListener;
import dev.earworm.quota.NearCeiling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a guild's admins that its money runs out, in their log channel, and the operator that the instance's does. */
public final class BudgetPosts implements BudgetListener {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetPosts.class);

    private final GuildLog log;

    public BudgetPosts(GuildLog log) {
        this.log = log;
    }

    @Override
    public boolean tells(NearCeiling ceiling) {
        return switch (ceiling.pot()) {
            case GUILD -> log.settles(ceiling.guild(), nonce(ceiling), () -> Post.of(BudgetSentences.near(ceiling)));
            case INSTANCE, MEMBER -> {
                LOG.warn(
                        "four fifths of the instance's {} ceiling are spent or set aside; at the ceiling songs that cost"
                                + " money are refused until {}",
                        ceiling.limit(),
                        BudgetSentences.end(ceiling));
                yield true;
            }
        };
    }

    /** At most 25 characters; nothing else in the channel is told with it. */
    private static String nonce(NearCeiling ceiling) {
        return "$" + ceiling.since() + ceiling.limit().ordinal() + Long.toString(ceiling.amount(), Character.MAX_RADIX);
    }
}
