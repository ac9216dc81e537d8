package dev.earworm.chaos;

import dev.earworm.chaos.SongRows.Row;
import dev.earworm.sandbox.SandboxMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be true once everything has settled and the program has stopped; each thing that is not is a sentence.
 *
 * <p>Rows are compared by their tune with what the vendors' own book and the messages in Discord say. "Again" orders the
 * same tune once more, so a tune may have several songs.
 */
public final class Verdict {
    /** A submit that may be charged again is repeated once, one that may not five times; each is counted. */
    private static final Map<String, Integer> MOST_LOST = Map.of("apiframe", 6, "aimlapi", 2, "elevenlabs", 2);

    /** For these a provider surely charges nothing, unless it had taken the song. */
    private static final Set<String> FREE = Set.of(
            "BAD_REQUEST",
            "CONTENT_REFUSED",
            "RATE_LIMITED",
            "UNAVAILABLE",
            "OUT_OF_CREDIT",
            "UNAUTHORISED",
            "OUTCOME_UNKNOWN");

    /** SQLite's driver unpacks its library for each process, and nobody takes it away after SIGKILL. */
    private static final Pattern BY_THE_JVM_AND_ITS_DRIVER = Pattern.compile("hsperfdata.*|sqlite-.*-libsqlitejdbc.*");

    private final ChaosStage stage;
    private final Crowd crowd;
    private final String log;
    private final List<String> complaints = new ArrayList<>();

    private Verdict(ChaosStage stage, Crowd crowd, String log) {
        this.stage = stage;
        this.crowd = crowd;
        this.log = log;
    }

    /** @param log of every process there was */
    public static List<String> of(ChaosStage stage, Crowd crowd, String log) throws IOException {
        Verdict verdict = new Verdict(stage, crowd, log);
        verdict.judge();
        return verdict.complaints;
    }

    private void judge() throws IOException {
        List<Row> rows = new SongRows(stage.database()).all();
        Map<String, List<Row>> tunes =
                rows.stream().collect(Collectors.groupingBy(Row::tune, TreeMap::new, Collectors.toList()));
        rows.forEach(this::judge);
        List<SandboxMessage> messages = crowd.messages();
        tunes.forEach((tune, songs) -> {
            judgeMessages(tune, songs, messages);
            judgeMoney(tune, songs);
        });
        crowd.orders().forEach(order -> judge(order, tunes.containsKey(order.tune())));
        stage.book.all().stream()
                .filter(song -> !tunes.containsKey(song.tune()))
                .forEach(song -> complaints.add("a vendor was paid for a song that nobody accepted: " + song));
        judgeFiles(rows);
        judgeLog();
        if (new SongRows(stage.database()).executions() > 0) {
            complaints.add("executions are left over although every song has ended");
        }
    }

    private void judge(Row row) {
        boolean isEnded = Set.of("DELIVERED", "FAILED", "CANCELLED").contains(row.state());
        if (!isEnded || !row.isTold()) {
            complaints.add("a song has not ended, or its member does not know: " + row);
        }
        String claim = row.claim().orElse("no reservation");
        boolean isRight = switch (row.state()) {
            case "DELIVERED" -> claim.equals("COMMITTED");
            case "FAILED" -> claim.equals("RELEASED");
            default -> claim.equals("RELEASED") || claim.equals("COMMITTED");
        };
        if (!isRight) {
            complaints.add("a song's end and its reservation disagree: " + row);
        }
        if (row.lostSubmits() > MOST_LOST.getOrDefault(row.provider(), 2)) {
            complaints.add("a song was submitted more often than the design allows: " + row);
        }
        if (row.state().equals("DELIVERED") && !row.isPosted() && !row.isKept()) {
            complaints.add("a song is said to be delivered and is neither posted nor kept: " + row);
        }
    }

    private void judge(Crowd.Order order, boolean isThere) {
        boolean wasAccepted = order.interaction()
                .findResponse()
                .filter(answer -> answer.content().contains(order.tune()))
                .isPresent();
        if (wasAccepted && !isThere) {
            complaints.add("a member was told that a song is accepted, and it is nowhere: " + order);
        }
    }

    private void judgeMessages(String tune, List<Row> songs, List<SandboxMessage> messages) {
        List<SandboxMessage> about = messages.stream()
                .filter(message -> message.author().isBot() && mentions(message, tune))
                .toList();
        long tracks =
                about.stream().filter(message -> !message.files().isEmpty()).count();
        long refusals = about.stream()
                .filter(message -> message.content().contains("> Your song could not be made"))
                .count();
        long delivered = songs.stream()
                .filter(song -> song.state().equals("DELIVERED") && song.isPosted())
                .count();
        long failed =
                songs.stream().filter(song -> song.state().equals("FAILED")).count();
        // An answer to a command takes no nonce: after a lost reply it may come a second time.
        long unsure = songs.stream().filter(this::mayHaveBeenAnswered).count();
        if (tracks < delivered - gone(tune) || tracks > delivered + unsure) {
            complaints.add("%d songs of %s were delivered, and %d are to be seen: %s %s"
                    .formatted(delivered, tune, tracks, songs, about));
        }
        long untold = songs.stream().filter(song -> cannotBeTold(song.id())).count();
        if (refusals < failed - untold - gone(tune) || refusals > failed + unsure) {
            complaints.add("%d songs of %s failed, and %d refusals are to be read: %s %s"
                    .formatted(failed, tune, refusals, songs, about));
        }
    }

    private static boolean mentions(SandboxMessage message, String tune) {
        return message.content().contains(tune)
                || message.embeds().toString().contains(tune)
                || message.files().toString().contains(tune)
                || message.componentJson().toString().contains(tune);
    }

    /** Messages of a channel that was deleted went with it. */
    private long gone(String tune) {
        return crowd.orders().stream()
                .filter(order -> order.tune().equals(tune))
                .filter(order -> order.channel().guild().orElseThrow().channels().stream()
                        .noneMatch(channel -> channel.id() == order.channel().id()))
                .count();
    }

    private boolean mayHaveBeenAnswered(Row song) {
        return song.isKept() || song.visibility().equals("PRIVATE");
    }

    private boolean cannotBeTold(String id) {
        return log.contains("song " + id + ": its member could not be told")
                || log.contains("song " + id + " has ended, and its member cannot be told");
    }

    private void judgeMoney(String tune, List<Row> songs) {
        List<VendorBook.Taken> taken = stage.book.of(tune);
        long charged = taken.stream().mapToLong(song -> song.charged().micros()).sum();
        long counted = songs.stream().mapToLong(Row::micros).sum();
        long lost = songs.stream().mapToLong(Row::lostMicros).sum();
        int lostSubmits = songs.stream().mapToInt(Row::lostSubmits).sum();
        if (counted < charged) {
            complaints.add("%s was charged %d, and the ledger counts only %d: %s %s"
                    .formatted(tune, charged, counted, songs, taken));
        }
        if (counted - charged > lost) {
            complaints.add("%s was charged %d, and the ledger counts %d though only %d are unknown: %s %s"
                    .formatted(tune, charged, counted, lost, songs, taken));
        }
        if (taken.size() > songs.size() + lostSubmits) {
            complaints.add("vendors took %s more often than was counted: %s %s".formatted(tune, songs, taken));
        }
        songs.stream()
                .filter(song -> song.state().equals("FAILED") && FREE.contains(song.refusal()))
                .filter(song -> song.lostSubmits() == 0 && song.micros() > 0 && taken.isEmpty())
                .forEach(song -> complaints.add("a song that was surely turned away counts as paid: " + song));
    }

    private void judgeFiles(List<Row> rows) throws IOException {
        Set<String> kept = rows.stream().filter(Row::isKept).map(Row::id).collect(Collectors.toSet());
        for (Path left : below(stage.data().resolve("songs"))) {
            complaints.add("a folder of a song is left over: " + left);
        }
        for (Path folder : below(stage.data().resolve("kept"))) {
            if (!kept.contains(folder.getFileName().toString())) {
                complaints.add("a song is kept that nobody knows of: " + folder);
            }
        }
        for (Path left : below(stage.temporary())) {
            if (!BY_THE_JVM_AND_ITS_DRIVER
                    .matcher(left.getFileName().toString())
                    .matches()) {
                complaints.add("a temporary file is left over: " + left);
            }
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void judgeLog() {
        LogWatch.unexpected(log).forEach(line -> complaints.add("the log has what should not be there: " + line));
    }
}
