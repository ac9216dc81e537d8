package dev.earworm.privacy;

import java.util.Map;

/** What each field of the file means that a person gets; in English, as the fields are. */
final class FieldMeanings {
    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("user", "your Discord id"),
            Map.entry("writtenAt", "when this file was written; all times are UTC"),
            Map.entry("songs", "every song that you asked for, whatever became of it"),
            Map.entry("songs.id", "our name for the song"),
            Map.entry("songs.server", "the Discord id of the server where you asked for it"),
            Map.entry("songs.channel", "the Discord id of the channel where you asked for it"),
            Map.entry("songs.visibility", "PUBLIC or PRIVATE"),
            Map.entry("songs.language", "of the messages about it"),
            Map.entry("songs.askedAt", "when you asked for it"),
            Map.entry("songs.state", "how far it came; DELIVERED, FAILED and CANCELLED are the ends"),
            Map.entry("songs.model", "which provider and model made it"),
            Map.entry("songs.prompt", "your words"),
            Map.entry("songs.length", "how long it was to be, as an ISO 8601 duration"),
            Map.entry("songs.instrumental", "whether it was to have no singing"),
            Map.entry("songs.lyrics", "your words to sing"),
            Map.entry("songs.format", "the kind of file"),
            Map.entry("songs.seed", "the number that makes the same song again"),
            Map.entry("songs.reference", "the sound that it started from"),
            Map.entry("songs.plan", "the song section by section, as it was to be"),
            Map.entry("songs.track", "what the provider told of the finished song, with the title that you gave it"),
            Map.entry("songs.estimatedCost", "what it was expected to cost, in US dollars"),
            Map.entry("songs.cost", "what it cost, in US dollars"),
            Map.entry("songs.refusal", "why it failed"),
            Map.entry("songs.suggestion", "what the provider would have taken instead"),
            Map.entry("songs.nameAtProvider", "the provider's name for it"),
            Map.entry("songs.statusMessage", "the Discord id of the message that showed how it went"),
            Map.entry("songs.messages", "where it was posted, as Discord ids of channels and messages"),
            Map.entry("songs.keptUntil", "until when its file is kept, because it could not be posted"),
            Map.entry("songs.favourite", "whether you marked it"),
            Map.entry("songs.hidden", "whether you put it away"),
            Map.entry("quota", "what counts, or counted, against your quotas"),
            Map.entry("quota.song", "the song's id"),
            Map.entry("quota.server", "the Discord id of the server"),
            Map.entry("quota.day", "the day that it counts for"),
            Map.entry("quota.seconds", "how much music it counts as"),
            Map.entry("quota.money", "what was, or may have been, spent on it, in US dollars"),
            Map.entry("quota.state", "RESERVED, COMMITTED (counts) or RELEASED (only its money counts)"),
            Map.entry("decisions", "what admins of servers decided about you; it is theirs to lift"),
            Map.entry("decisions.server", "the Discord id of the server"),
            Map.entry("decisions.decision", "BLOCKED, GRANTED (on top of your quota) or LIMITED (a quota of your own)"),
            Map.entry("decisions.of", "which quota, and how much: songs, seconds, or millionths of a US dollar"),
            Map.entry("decisions.at", "when"),
            Map.entry("drafts", "what you wrote and did not order; forgotten after a week"),
            Map.entry("drafts.id", "the id that the song would have"),
            Map.entry("drafts.server", "the Discord id of the server"),
            Map.entry("drafts.changedAt", "when you last changed it"),
            Map.entry("drafts.content", "what you wrote"));

    private FieldMeanings() {}
}
