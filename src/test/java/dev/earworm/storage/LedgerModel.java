package dev.earworm.storage;

import dev.earworm.music.JobId;
import dev.earworm.quota.Account;
import dev.earworm.quota.Cap;
import dev.earworm.quota.Claim;
import dev.earworm.quota.Grant;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.Holder;
import dev.earworm.quota.Limit;
import dev.earworm.quota.Measure;
import dev.earworm.quota.Payer;
import dev.earworm.quota.Period;
import dev.earworm.quota.Pot;
import dev.earworm.quota.QuotaRule;
import dev.earworm.quota.RoleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ledger once more, slowly: every song, rule and grant is looked at for every question. */
final class LedgerModel {
    /** Of the operator; what everybody may spend together. */
    static final Map<Limit, Long> CONFIGURED = Map.of(Limit.DAILY_SONGS, 2L, Limit.CONCURRENT_SONGS, 4L);

    static final Map<Limit, Long> INSTANCE = Map.of(Limit.DAILY_USD, 1_500_000L, Limit.MONTHLY_USD, 2_500_000L);

    enum State {
        RESERVED,
        COMMITTED,
        RELEASED
    }

    static final class Song {
        final Account account;
        final LocalDate day;
        Claim claim;
        long micros;
        long lost;
        State state = State.RESERVED;
        boolean isForgiven;

        Song(Account account, LocalDate day, Claim claim) {
            this.account = account;
            this.day = day;
            this.claim = claim;
            this.micros = claim.money().micros();
        }
    }

    final Map<JobId, Song> songs = new LinkedHashMap<>();
    final List<Grant> grants = new ArrayList<>();
    private final Map<GuildId, List<QuotaRule>> rules = new HashMap<>();

    Song song(JobId id) {
        return Optional.ofNullable(songs.get(id)).orElseThrow();
    }

    void set(GuildId guild, QuotaRule rule) {
        clear(guild, rule.holder(), rule.limit());
        of(guild).add(rule);
    }

    boolean clear(GuildId guild, Holder holder, Limit limit) {
        return of(guild).removeIf(rule -> rule.holder().equals(holder) && rule.limit() == limit);
    }

    private List<QuotaRule> of(GuildId guild) {
        return rules.computeIfAbsent(guild, _ -> new ArrayList<>());
    }

    long used(Pot pot, Account account, Limit limit, LocalDate today) {
        return songs.values().stream()
                .filter(song -> switch (pot) {
                    case MEMBER -> song.account.equals(account);
                    case GUILD -> song.account.guild().equals(account.guild());
                    case INSTANCE -> song.claim.payer() == Payer.INSTANCE;
                })
                .filter(song ->
                        limit.period().isEmpty() || isWithin(limit.period().get(), song.day, today))
                .mapToLong(song -> amount(song, limit.measure()))
                .sum();
    }

    private static boolean isWithin(Period period, LocalDate day, LocalDate today) {
        return period.start(day).equals(period.start(today)) && !day.isAfter(today);
    }

    private static long amount(Song song, Measure measure) {
        boolean counts = song.state != State.RELEASED && !song.isForgiven;
        return switch (measure) {
            case CONCURRENT_SONGS -> song.state == State.RESERVED ? 1 : 0;
            case SONGS -> counts ? 1 : 0;
            case SECONDS -> counts ? song.claim.seconds() : 0;
            case USD -> song.micros;
        };
    }

    /** Empty where it is unlimited. */
    OptionalLong allowed(Pot pot, Account account, Set<RoleId> roles, Payer payer, Limit limit, LocalDate today) {
        return switch (pot) {
            case MEMBER -> plus(ofMember(account, roles, limit), granted(account, limit, today));
            case GUILD -> amount(best(account, limit, Holder.WholeGuild.class::isInstance), Map.of(), limit);
            case INSTANCE -> payer == Payer.GUILD ? OptionalLong.empty() : amount(Optional.empty(), INSTANCE, limit);
        };
    }

    private OptionalLong ofMember(Account account, Set<RoleId> roles, Limit limit) {
        Optional<Cap> cap = best(account, limit, new Holder.Member(account.user())::equals)
                .or(() -> best(
                        account,
                        limit,
                        holder -> roles.stream().map(Holder.Role::new).anyMatch(holder::equals)))
                .or(() -> best(account, limit, Holder.Everyone.class::isInstance));
        return amount(cap, CONFIGURED, limit);
    }

    /** The most generous one. */
    private Optional<Cap> best(Account account, Limit limit, Predicate<Holder> holders) {
        List<Cap> caps = of(account.guild()).stream()
                .filter(rule -> rule.limit() == limit && holders.test(rule.holder()))
                .map(QuotaRule::cap)
                .toList();
        return caps.contains(new Cap.Unlimited())
                ? Optional.of(new Cap.Unlimited())
                : caps.stream()
                        .max((one, other) -> Long.compare(((Cap.AtMost) one).amount(), ((Cap.AtMost) other).amount()));
    }

    private static OptionalLong amount(Optional<Cap> cap, Map<Limit, Long> otherwise, Limit limit) {
        if (cap.isPresent()) {
            return cap.get() instanceof Cap.AtMost(long amount) ? OptionalLong.of(amount) : OptionalLong.empty();
        }
        return otherwise.containsKey(limit) ? OptionalLong.of(otherwise.get(limit)) : OptionalLong.empty();
    }

    private static OptionalLong plus(OptionalLong amount, long more) {
        return amount.isPresent() ? OptionalLong.of(amount.getAsLong() + more) : amount;
    }

    private long granted(Account account, Limit limit, LocalDate today) {
        return grants.stream()
                .filter(grant -> grant.account().equals(account) && grant.measure() == limit.measure())
                .filter(grant -> limit.period().isPresent())
                .filter(grant -> limit.period()
                        .get()
                        .start(grant.day().date())
                        .equals(limit.period().get().start(today)))
                .mapToLong(Grant::amount)
                .sum();
    }

    /** Everything that stands in the way of taking so much. */
    Stream<Obstacle> obstacles(
            Account account, Set<RoleId> roles, Payer payer, LocalDate today, Map<Measure, Long> more) {
        return Arrays.stream(Pot.values())
                .flatMap(pot -> Arrays.stream(Limit.values())
                        .filter(limit -> more.getOrDefault(limit.measure(), 0L) > 0)
                        .filter(limit -> {
                            OptionalLong allowed = allowed(pot, account, roles, payer, limit, today);
                            return allowed.isPresent()
                                    && used(pot, account, limit, today) + more.getOrDefault(limit.measure(), 0L)
                                            > allowed.getAsLong();
                        })
                        .map(limit -> new Obstacle(pot, limit)));
    }

    record Obstacle(Pot pot, Limit limit) {}

    boolean countsMoney(Account account, Set<RoleId> roles, Payer payer, LocalDate today) {
        return Arrays.stream(Pot.values())
                .anyMatch(pot -> Arrays.stream(Limit.values())
                        .anyMatch(limit -> limit.isMoney()
                                && allowed(pot, account, roles, payer, limit, today)
                                        .isPresent()));
    }
}
