package dev.earworm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.earworm.sandbox.rules.MessageFlags;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A message as it was at one moment; an edit makes a new one with the same id. */
public final class SandboxMessage {
    private final MessageOrigin origin;
    private final MessageBody body;
    private final Mentions pings;
    private final Optional<Instant> editedAt;

    private SandboxMessage(MessageOrigin origin, MessageBody body, Mentions pings, Optional<Instant> editedAt) {
        this.origin = origin;
        this.body = body;
        this.pings = pings;
        this.editedAt = editedAt;
    }

    static SandboxMessage created(MessageOrigin origin, MessageBody body) {
        return new SandboxMessage(origin, body, body.mentions(), Optional.empty());
    }

    /** What takes the place of "thinking…" is no edit to those who read it. */
    SandboxMessage edited(MessageBody changed, Instant now) {
        return new SandboxMessage(origin, changed, pings, isLoading() ? Optional.empty() : Optional.of(now));
    }

    public long id() {
        return origin.id();
    }

    public SandboxChannel channel() {
        return origin.channel();
    }

    public SandboxUser author() {
        return origin.author();
    }

    public Instant createdAt() {
        return origin.createdAt();
    }

    public Optional<Instant> editedAt() {
        return editedAt;
    }

    public String content() {
        return body.content();
    }

    public List<SandboxFile> files() {
        return body.files();
    }

    public List<SandboxEmbed> embeds() {
        return SandboxEmbed.all(body.embeds());
    }

    /** The buttons, row by row. */
    public List<SandboxButton> buttons() {
        return SandboxButton.all(body.components());
    }

    /** The button with this label or custom id. */
    public SandboxButton button(String labelOrId) {
        return buttons().stream()
                .filter(button -> button.isCalled(labelOrId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no button \"%s\" in %s".formatted(labelOrId, this)));
    }

    /** Embeds as Discord's JSON. */
    public ArrayNode embedJson() {
        return body.embeds().deepCopy();
    }

    /** Components as Discord's JSON. */
    public ArrayNode componentJson() {
        return body.components().deepCopy();
    }

    /** Whether one user alone sees it. */
    public boolean isEphemeral() {
        return origin.audience().isPresent();
    }

    /** Whether it is the "thinking…" that a deferred answer shows until it is filled. */
    public boolean isLoading() {
        return body.flags().isLoading();
    }

    public boolean isVoiceMessage() {
        return body.flags().isVoiceMessage();
    }

    /** Length and waveform, if this is a voice message; its sound is the only one of {@link #files}. */
    public Optional<SandboxFile.Voice> voice() {
        return isVoiceMessage() ? files().getFirst().voice() : Optional.empty();
    }

    /** Whom it mentions now, after {@code allowed_mentions}. */
    public Mentions mentions() {
        return body.mentions();
    }

    /** Whom it notified: those it mentioned when it was created, as edits notify nobody. */
    public Mentions pings() {
        return pings;
    }

    /** The message that this one replies to. */
    public Optional<Long> replyTo() {
        return origin.replyTo();
    }

    /** Whether its author hid its embeds. */
    public boolean areEmbedsHidden() {
        return (body.flags().bits() & MessageFlags.SUPPRESS_EMBEDS) != 0;
    }

    /** The interaction that this message answers. */
    public Optional<SandboxInteraction> interaction() {
        return origin.interaction();
    }

    public boolean isVisibleTo(SandboxUser user) {
        return origin.audience().map(only -> only.equals(user)).orElse(true);
    }

    MessageOrigin origin() {
        return origin;
    }

    MessageBody body() {
        return body;
    }

    MessageFlags flags() {
        return body.flags();
    }

    @Override
    public String toString() {
        return "%s in %s: \"%s\", embeds %s, buttons %s, files %s"
                .formatted(author(), channel(), content(), embeds(), buttons(), files());
    }
}
