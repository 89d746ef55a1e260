package io.redoubt.portfolio;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service says when it is ready: the ranking, the address, and that the demo identity protects nothing. */
@ApplicationScoped
class Greeting {
    private static final int SHOWN = 30;

    private final RankingQuery ranking;
    private final String identity;
    private final String host;

    Greeting(
            RankingQuery ranking,
            @ConfigProperty(name = "redoubt.identity") String identity,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.ranking = ranking;
        this.identity = identity;
        this.host = host;
    }

    /** Once requests are answered, not before. */
    @Transactional
    void greet(@ObservesAsync HttpServerStart started) {
        List<RankingQuery.Entry> entries = ranking.after("", SHOWN);
        int port = started.options().getPort();
        StringBuilder text = new StringBuilder("\n");
        if (!entries.isEmpty()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-8s %-42s %-12s %4s %8s %9s%n",
                    "supplier",
                    "name",
                    "badge",
                    "risk",
                    "could be",
                    "coverage"));
        }
        entries.forEach(entry -> text.append(String.format(
                Locale.ROOT,
                "%-8s %-42s %-12s %4s %8s %8d%%%s%n",
                entry.supplier(),
                entry.name(),
                entry.badge(),
                entry.risk() == null ? "–" : entry.risk(),
                entry.couldBe() == null ? "–" : entry.couldBe(),
                entry.coverage(),
                entry.disputed() ? " disputed" : "")));
        text.append(
                String.format(Locale.ROOT, "%nRedoubt answers at http://%s:%d/api/v1/portfolio/ranking%n", host, port));
        if (identity.equals("demo")) {
            text.append("DEMO IDENTITY: named users with the password 'demo', for this machine only. Try:\n")
                    .append(String.format(
                            Locale.ROOT,
                            "  curl -u petra.procurement:demo http://%s:%d/api/v1/portfolio/ranking%n",
                            host,
                            port));
        }
        System.out.print(text);
        System.out.flush();
    }
}
