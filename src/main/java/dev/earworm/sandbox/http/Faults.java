package dev.earworm.sandbox.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets the next requests to a route go wrong.
 *
 * <p><code>faults.next(2, "POST /channels/&#42;/messages", new Fault.Status(502))</code>: a star stands for one segment of the
 * path, two stars for the rest of it. Orders for the same route are carried out in turn.
 */
public final class Faults {
    private final List<Order> orders = new ArrayList<>();

    /** Lets the next requests that match go wrong, this many times. */
    public synchronized void next(int times, String route, Fault fault) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1: " + times);
        }
        orders.add(new Order(pattern(route), fault, times));
    }

    public synchronized void clear() {
        orders.clear();
    }

    synchronized Optional<Fault> take(String method, String path) {
        Iterator<Order> open = orders.iterator();
        while (open.hasNext()) {
            Order order = open.next();
            if (!order.route.matcher(method + " " + path).matches()) {
                continue;
            }
            order.left--;
            if (order.left == 0) {
                open.remove();
            }
            return Optional.of(order.fault);
        }
        return Optional.empty();
    }

    private static Pattern pattern(String route) {
        String quoted = "\\Q" + route + "\\E";
        return Pattern.compile(quoted.replace("**", "\\E.+\\Q").replace("*", "\\E[^/]+\\Q"));
    }

    private static final class Order {
        private final Pattern route;
        private final Fault fault;
        private int left;

        private Order(Pattern route, Fault fault, int left) {
            this.route = route;
            this.fault = fault;
            this.left = left;
        }
    }
}
