package dev.earworm.discord.command;

import dev.earworm.quota.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What members are called in a guild. Those who left it, and those whom Discord does not tell of soon, have no name. */
final class MemberNames {
    private static final Logger LOG = LoggerFactory.getLogger(MemberNames.class);
    /** Discord, "Request Guild Members": without a privileged intent they are asked for by ids, so many at once. */
    private static final int AT_ONCE = 100;
    /** Discord takes 120 requests a minute over the gateway, and heartbeats are among them. */
    private static final int MOST = 20 * AT_ONCE;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private MemberNames() {}

    static Map<UserId, String> of(Guild guild, Set<UserId> users) {
        Map<UserId, String> names = new HashMap<>();
        List<Long> unknown = new ArrayList<>();
        for (UserId user : users) {
            Member member = guild.getMemberById(user.value());
            if (member == null) {
                unknown.add(user.value());
            } else {
                names.put(user, member.getEffectiveName());
            }
        }
        retrieved(guild, unknown)
                .forEach(member -> names.put(new UserId(member.getIdLong()), member.getEffectiveName()));
        return names;
    }

    private static List<Member> retrieved(Guild guild, List<Long> ids) {
        List<CompletableFuture<List<Member>>> answers = new ArrayList<>();
        for (int from = 0; from < Math.min(ids.size(), MOST); from += AT_ONCE) {
            answers.add(asked(guild, ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
        return answers.stream().flatMap(answer -> answer.join().stream()).toList();
    }

    private static CompletableFuture<List<Member>> asked(Guild guild, List<Long> ids) {
        CompletableFuture<List<Member>> answer = new CompletableFuture<>();
        guild.retrieveMembersByIds(ids).onSuccess(answer::complete).onError(answer::completeExceptionally);
        return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(failure -> {
            LOG.info("{} members of guild {} stay without a name: {}", ids.size(), guild.getId(), failure.toString());
            return List.of();
        });
    }
}
