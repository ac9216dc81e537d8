package dev.earworm.chaos;

import dev.earworm.music.Usd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the vendors say they took and charged: kept by themselves, so that nothing of the program can be in it. A tune is the
 * word in a prompt that no other order has.
 */
public final class VendorBook {
    /**
     * A song that a vendor took.
     *
     * @param id the vendor's own name for it
     * @param charged what it costs; a vendor may lower it when it is done
     */
    public record Taken(String vendor, String id, String tune, Usd charged) {}

    private final Map<String, Taken> taken = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void took(Taken song) {
        taken.put(song.id(), song);
    }

    /** The price is another one after all. */
    synchronized void charges(String id, Usd price) {
        taken.computeIfPresent(id, (_, song) -> new Taken(song.vendor(), id, song.tune(), price));
    }

    /** Something worth a figure. */
    synchronized void counts(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Every song that a vendor took for this tune, and was paid for. */
    public synchronized List<Taken> of(String tune) {
        return taken.values().stream().filter(song -> song.tune().equals(tune)).toList();
    }

    public synchronized List<Taken> all() {
        return new ArrayList<>(taken.values());
    }

    /** Calls and faults by kind. */
    public synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
