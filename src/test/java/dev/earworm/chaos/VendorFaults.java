package dev.earworm.chaos;

import dev.earworm.chaos.VendorFault.Call;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** What goes wrong at one vendor next: the calls of each kind meet their faults in the order in which these were set. */
public final class VendorFaults {
    private final Map<Call, Queue<Optional<VendorFault>>> next = new EnumMap<>(Call.class);

    /** The next call of the kind that has none yet meets this fault. */
    public synchronized void next(Call call, VendorFault fault) {
        if (!fault.happensTo(call)) {
            throw new IllegalArgumentException(fault + " does not happen to a " + call);
        }
        queue(call).add(Optional.of(fault));
    }

    /** Before the next fault, so many calls of the kind go well. */
    public synchronized void spare(Call call, int calls) {
        for (int i = 0; i < calls; i++) {
            queue(call).add(Optional.empty());
        }
    }

    public synchronized void clear() {
        next.clear();
    }

    synchronized Optional<VendorFault> take(Call call) {
        Optional<VendorFault> fault = queue(call).poll();
        return fault == null ? Optional.empty() : fault;
    }

    private Queue<Optional<VendorFault>> queue(Call call) {
        return next.computeIfAbsent(call, _ -> new ArrayDeque<>());
    }
}
