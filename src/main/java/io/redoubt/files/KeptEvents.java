package io.redoubt.files;

import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;

/** Events that were read before, each given once and then forgotten, so that they are not kept beside their tree. */
record KeptEvents(Deque<Event> events) implements Parser {
    @Override
    public boolean checkEvent(Event.ID choice) {
        Event next = events.peek();
        return next != null && next.is(choice);
    }

    @Override
    public @Nullable Event peekEvent() {
        return events.peek();
    }

    @Override
    public @Nullable Event getEvent() {
        return events.poll();
    }
}
