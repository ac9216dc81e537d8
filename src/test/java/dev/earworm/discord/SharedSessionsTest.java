package dev.earworm.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import net.dv8tion.jda.api.JDA.ShardInfo;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;

/** JDA's queue of shards, beside that of another process. */
class SharedSessionsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final Semaphore turn = new Semaphore(1);
    private final SharedSessions sessions = new SharedSessions(this::take, Duration.ZERO);

    private Runnable take(int bucket) throws InterruptedException {
        turn.acquire();
        happened.add("takes " + bucket);
        return () -> {
            happened.add("gives back " + bucket);
            turn.release();
        };
    }

    @Test
    void aShardIdentifiesInTheTurnOfItsBucket() throws Exception {
        sessions.setConcurrency(4);
        sessions.appendSession(node(6));

        await().atMost(SOON).until(() -> happened.size() == 3);
        assertThat(happened).containsExactly("takes 2", "6 identifies", "gives back 2");
    }

    /** JDA tries it again until it can. */
    @Test
    void aShardThatCannotConnectGivesItsTurnBackAndTakesAnother() throws Exception {
        SessionConnectNode node = node(0);
        doAnswer(_ -> {
                    throw new InterruptedException("stopped");
                })
                .doAnswer(_ -> happened.add("0 identifies"))
                .when(node)
                .run(anyBoolean());
        sessions.appendSession(node);

        await().atMost(SOON).until(() -> happened.contains("0 identifies"));
        assertThat(happened).startsWith("takes 0", "gives back 0", "takes 0");
    }

    @Test
    void aShardThatIsTakenBackWhileAnotherHasTheTurnIsTakenOutOfTheQueue() throws Exception {
        turn.acquire();
        SessionConnectNode second = node(1);
        sessions.appendSession(node(0));
        await().atMost(SOON).until(turn::hasQueuedThreads);
        sessions.appendSession(second);
        sessions.removeSession(second);
        turn.release();

        await().atMost(SOON).until(() -> happened.contains("gives back 0") && isQueueAtItsEnd());
        assertThat(happened).doesNotContain("1 identifies");
    }

    /** While there is another one in it, JDA's worker lives on and lets it identify after five seconds. */
    private static boolean isQueueAtItsEnd() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("SessionControllerAdapter-Worker"));
    }

    private SessionConnectNode node(int shard) throws InterruptedException {
        SessionConnectNode node = mock(SessionConnectNode.class);
        when(node.getShardInfo()).thenReturn(new ShardInfo(shard, 16));
        doAnswer(_ -> happened.add(shard + " identifies")).when(node).run(anyBoolean());
        return node;
    }
}
