package dev.earworm.discord;

import java.time.Duration;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets JDA's shards identify one after the other, bucket by bucket, also beside those of other processes: each takes its
 * bucket's turn, connects, and gives the turn back when Discord takes the next one. A session that is resumed needs none.
 */
final class SharedSessions extends ConcurrentSessionController {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSessions.class);
    private static final Duration BETWEEN_TWO = Duration.ofSeconds(IDENTIFY_DELAY);

    private final IdentifyTurns turns;
    private final Duration betweenTwo;
    private volatile int buckets = 1;

    SharedSessions(IdentifyTurns turns) {
        this(turns, BETWEEN_TWO);
    }

    /** @param betweenTwo from one shard's being there to the next one's identifying */
    SharedSessions(IdentifyTurns turns, Duration betweenTwo) {
        this.turns = turns;
        this.betweenTwo = betweenTwo;
    }

    @Override
    public void setConcurrency(int level) {
        buckets = level;
        super.setConcurrency(level);
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new InTurn(node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new InTurn(node));
    }

    /** JDA finds one by its equal to remove it. */
    private final class InTurn implements SessionConnectNode {
        private final SessionConnectNode node;

        InTurn(SessionConnectNode node) {
            this.node = node;
        }

        @Override
        public void run(boolean isLast) throws InterruptedException {
            Runnable givesBack = turns.take(getShardInfo().getShardId() % buckets);
            try {
                node.run(isLast);
            } finally {
                Thread.ofVirtual().name("identified").start(() -> giveBackLater(givesBack));
            }
        }

        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof InTurn turn && turn.node.equals(node);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }
    }

    private void giveBackLater(Runnable givesBack) {
        try {
            Thread.sleep(betweenTwo);
        } catch (InterruptedException e) {
            LOG.debug("a turn is given back early", e);
        }
        givesBack.run();
    }
}
