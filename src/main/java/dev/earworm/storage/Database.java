package dev.earworm.storage;

import dev.earworm.drafts.DraftStore;
import dev.earworm.jobs.JobStore;
import dev.earworm.jobs.LearnedSlots;
import dev.earworm.jobs.LoggedSongs;
import dev.earworm.jobs.ShardRange;
import dev.earworm.jobs.SongCensus;
import dev.earworm.jobs.SongCopies;
import dev.earworm.jobs.SongVault;
import dev.earworm.jobs.Transactions;
import dev.earworm.jobs.VoiceMessageStore;
import dev.earworm.keys.GuildKeys;
import dev.earworm.library.KeptStore;
import dev.earworm.library.LibraryStore;
import dev.earworm.library.RetentionStore;
import dev.earworm.music.JobId;
import dev.earworm.privacy.PersonalDataStore;
import dev.earworm.quota.BlockedMembers;
import dev.earworm.quota.BudgetWarnings;
import dev.earworm.quota.QuotaGrants;
import dev.earworm.quota.QuotaLedger;
import dev.earworm.quota.QuotaRules;
import dev.earworm.settings.AuditLog;
import dev.earworm.settings.RegisteredGuilds;
import dev.earworm.settings.SettingsStore;
import dev.earworm.storage.JdbiSongVault.Shelf;
import dev.earworm.usage.UsageStore;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Where everything is kept: a SQLite file, which is this process's until it is closed, or a database of a PostgreSQL
 * server, of which it claims its part. Migrated. Which of the two it is, nobody needs to know who uses its stores.
 */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final Hold hold;
    private final Invalidation invalidation;
    private final Connections connections;
    private final Jdbi jdbi;
    private final SettingsStore settings;

    private Database(Dialect dialect, Hold hold, Invalidation invalidation, Connections connections) {
        this.dialect = dialect;
        this.hold = hold;
        this.invalidation = invalidation;
        this.connections = connections;
        this.jdbi = Jdbi.create(connections).registerArgument(new StorableText());
        this.settings = new JdbiSettingsStore(jdbi, dialect);
        invalidation.of(JdbiSettingsStore.TABLE, settings::invalidate, settings::invalidateAll);
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @throws DatabaseFailure if it cannot be reached, is in use, damaged, newer than this program, or cannot be written
     */
    public static Database open(DatabaseConfig config) {
        return open(config, UnaryOperator.identity());
    }

    /** The same through a wrapper around every connection, with which tests cut the power. */
    public static Database open(DatabaseConfig config, UnaryOperator<DataSource> wrapper) {
        Dialect dialect = Dialect.of(config);
        Invalidation invalidation = new Invalidation();
        Hold hold = dialect.hold(invalidation);
        try {
            DataSource source = dialect.source();
            new Schema(dialect, source).migrate();
            Connections connections = new Connections(dialect.pool(wrapper.apply(source)), hold::require);
            return new Database(dialect, hold, invalidation, connections);
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** For the job runner's own table; its writes take part in a transaction that is open on their thread. */
    public DataSource dataSource() {
        return connections;
    }

    public Transactions transactions() {
        return new JdbiTransactions(jdbi, connections, dialect);
    }

    public JobStore jobs() {
        return new JdbiJobStore(jdbi, dialect);
    }

    public SongCensus census() {
        return new JdbiSongCensus(jdbi);
    }

    public QuotaLedger ledger() {
        return new JdbiQuotaLedger(jdbi, dialect);
    }

    /** Sealed with these keys; those that an older one sealed are sealed anew. */
    public GuildKeys guildKeys(SealingConfig sealing) {
        return JdbiGuildKeys.open(jdbi, sealing);
    }

    public QuotaRules quotaRules() {
        return new JdbiQuotaRules(jdbi);
    }

    public QuotaGrants quotaGrants() {
        return new JdbiQuotaGrants(jdbi);
    }

    public BlockedMembers blockedMembers() {
        return new JdbiBlockedMembers(jdbi);
    }

    public BudgetWarnings budgetWarnings() {
        return new JdbiBudgetWarnings(jdbi);
    }

    public SettingsStore settings() {
        return settings;
    }

    public AuditLog auditLog() {
        return new JdbiAuditLog(jdbi);
    }

    public UsageStore usage() {
        return new JdbiUsageStore(jdbi);
    }

    public RegisteredGuilds registeredGuilds() {
        return new JdbiRegisteredGuilds(jdbi);
    }

    public LibraryStore library() {
        return new JdbiLibraryStore(jdbi);
    }

    public KeptStore keptSongs() {
        return new JdbiKeptStore(jdbi);
    }

    public RetentionStore retention() {
        return new JdbiRetentionStore(jdbi, dialect);
    }

    public SongCopies copies() {
        return new JdbiSongCopies(jdbi, dialect);
    }

    public LoggedSongs loggedSongs() {
        return new JdbiLoggedSongs(jdbi);
    }

    public PersonalDataStore personalData() {
        return new JdbiPersonalDataStore(jdbi, dialect);
    }

    public DraftStore drafts() {
        return new JdbiDraftStore(jdbi, dialect);
    }

    public VoiceMessageStore voiceMessages() {
        return new JdbiVoiceMessageStore(jdbi, dialect);
    }

    /** From now on the pool reports there: to the registry of a library that HikariCP knows. May be called once. */
    public void reportTo(Object metricRegistry) {
        connections.setMetricRegistry(metricRegistry);
    }

    /** How much room it takes on disk, in bytes. */
    public long size() {
        return jdbi.withHandle(dialect::size);
    }

    /** Tells all processes that there is news of a song; what they do about it registers with {@link #invalidation}. */
    public void tellNews(JobId song) {
        jdbi.useHandle(handle -> dialect.tell(handle, Invalidation.NEWS + " " + song));
    }

    /** Where the audio of songs is safe that are being made. */
    public SongVault filesInTheMaking() {
        return dialect.isShared() ? vault(Shelf.MAKING) : SongVault.NONE;
    }

    /** Where the audio of songs is safe that wait for their members. */
    public SongVault filesKept() {
        return dialect.isShared() ? vault(Shelf.KEPT) : SongVault.NONE;
    }

    SongVault vault(Shelf shelf) {
        return new JdbiSongVault(jdbi, shelf);
    }

    public LearnedSlots learnedSlots() {
        return new JdbiLearnedSlots(jdbi);
    }

    /** What is remembered outside of the stores registers here, to be forgotten when another process changes it. */
    public Invalidation invalidation() {
        return invalidation;
    }

    /**
     * Makes these shards this process's, if no other process runs any of them, until this is closed; to be asked again if
     * they have to be waited for. A file has one process, which runs all.
     */
    public ShardClaim claim(ShardRange shards) {
        return hold.claim(shards);
    }

    /**
     * Calls back, once, if another process has claimed the shards of this one: it goes on with their songs, so this one
     * must stop. A file cannot be lost like that.
     */
    public void whenLost(Runnable action) {
        hold.whenLost(action);
    }

    /**
     * Waits for the turn of a bucket of shards, of which one at a time may identify at Discord in all processes.
     *
     * @return gives the turn back
     */
    public Runnable takeIdentifyTurn(int bucket) throws InterruptedException {
        return dialect.takeIdentifyTurn(bucket);
    }

    /** Whether the database answers, and is still this process's. */
    public boolean isWell() {
        return hold.isHeld()
                && jdbi.withHandle(handle ->
                        handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
    }

    @Override
    public void close() {
        try (hold) {
            connections.close();
        }
    }
}
