package dev.earworm.jobs;

import dev.earworm.jobs.Turn.Taken;
import dev.earworm.jobs.Turn.Waiting;
import dev.earworm.quota.GuildId;
import dev.earworm.quota.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Decides whose turn it is: fair between guilds, then between the members of a guild, then oldest first. A guild that
 * asks for a hundred songs delays another guild's first song by one turn, not by a hundred.
 *
 * <p>The guild that holds the fewest slots is next; between equals the one whose latest turn is longest ago; between
 * those the one that waits longest. Members of a guild are ordered the same way.
 */
public final class FairOrder {
    private FairOrder() {}

    /** All that wait, in the order in which they would get slots if one were free after another. */
    public static List<Waiting> order(Collection<Waiting> waiting, Collection<Taken> taken) {
        Queue<GuildLine> guilds = new PriorityQueue<>(lines(waiting, taken));
        List<Waiting> order = new ArrayList<>(waiting.size());
        while (!guilds.isEmpty()) {
            GuildLine guild = guilds.remove();
            order.add(guild.next(order.size()));
            if (guild.isWaiting()) {
                guilds.add(guild);
            }
        }
        return List.copyOf(order);
    }

    private static Collection<GuildLine> lines(Collection<Waiting> waiting, Collection<Taken> taken) {
        Map<GuildId, GuildLine> guilds = new HashMap<>();
        waiting.stream()
                .sorted(Comparator.comparing(Waiting::acceptedAt).thenComparing(Waiting::id))
                .forEach(song -> guilds.computeIfAbsent(song.account().guild(), _ -> new GuildLine(song))
                        .add(song));
        for (Taken turn : taken) {
            GuildLine guild = guilds.get(turn.account().guild());
            if (guild != null) {
                guild.took(turn);
            }
        }
        guilds.values().forEach(GuildLine::lineUp);
        return guilds.values();
    }

    /** Somebody who waits, and the turns that they had. */
    private abstract static class Line implements Comparable<Line> {
        private static final Comparator<Line> ORDER = Comparator.<Line>comparingInt(line -> line.active)
                .thenComparing(line -> line.latest)
                .thenComparingInt(line -> line.turns)
                .thenComparing(line -> line.oldest.acceptedAt())
                .thenComparing(line -> line.oldest.id());

        private final Waiting oldest;
        private int active;
        private int turns;
        private Instant latest = Instant.MIN;

        Line(Waiting oldest) {
            this.oldest = oldest;
        }

        final void took(int slots, Instant at) {
            active += slots;
            latest = at.isAfter(latest) ? at : latest;
        }

        /** A turn in the order that is being made: later than every turn that was really taken. */
        final void takesTurn(int number) {
            active++;
            turns = number;
            latest = Instant.MAX;
        }

        @Override
        public final int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class MemberLine extends Line {
        private final Queue<Waiting> songs = new ArrayDeque<>();

        MemberLine(Waiting oldest) {
            super(oldest);
        }
    }

    private static final class GuildLine extends Line {
        private final Map<UserId, MemberLine> members = new HashMap<>();
        private final Queue<MemberLine> line = new PriorityQueue<>();

        GuildLine(Waiting oldest) {
            super(oldest);
        }

        void add(Waiting song) {
            members.computeIfAbsent(song.account().user(), _ -> new MemberLine(song))
                    .songs
                    .add(song);
        }

        void took(Taken turn) {
            took(turn.active(), turn.latest());
            MemberLine member = members.get(turn.account().user());
            if (member != null) {
                member.took(turn.active(), turn.latest());
            }
        }

        /** Once all turns are known: a priority queue does not notice later changes of its elements. */
        void lineUp() {
            line.addAll(members.values());
        }

        Waiting next(int turn) {
            MemberLine member = line.remove();
            Waiting song = member.songs.remove();
            takesTurn(turn);
            member.takesTurn(turn);
            if (!member.songs.isEmpty()) {
                line.add(member);
            }
            return song;
        }

        boolean isWaiting() {
            return !line.isEmpty();
        }
    }
}
