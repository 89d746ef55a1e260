package io.redoubt.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak with the realm that we ship and its demo users, and the same once more under another name. Both have two
 * clients more, which give tokens for a password; nobody should ship such a client.
 */
public class KeycloakResource implements QuarkusTestResourceLifecycleManager {
    private static final Path SHIPPED = Path.of("deploy/keycloak");
    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable KeycloakServer server;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Path.of(System.getProperty("keycloak.home", "")).toAbsolutePath();
            Path imports = Files.createDirectories(home.resolve("data/import"));
            writeRealm(imports, "redoubt");
            writeRealm(imports, "elsewhere");
            KeycloakServer started = KeycloakServer.start(home);
            server = started;
            return Map.of("redoubt.keycloak.url", started.url() + "/realms/redoubt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeRealm(Path imports, String name) throws IOException {
        ObjectNode realm = read("redoubt-realm.json").put("realm", name);
        ArrayNode clients = realm.withArray("clients");
        ObjectNode cli = (ObjectNode) clients.get(1);
        ObjectNode integration = (ObjectNode) clients.get(2);
        clients.add(cli.deepCopy().put("clientId", "test").put("directAccessGrantsEnabled", true));
        clients.add(cli.deepCopy()
                .put("clientId", "test-brief")
                .put("directAccessGrantsEnabled", true)
                .set("attributes", JSON.createObjectNode().put("access.token.lifespan", "3")));
        integration.put("secret", "integration");
        JSON.writeValue(imports.resolve(name + "-realm.json").toFile(), realm);
        JSON.writeValue(
                imports.resolve(name + "-users-0.json").toFile(),
                read("demo-users.json").put("realm", name));
    }

    private static ObjectNode read(String file) throws IOException {
        return (ObjectNode) JSON.readTree(SHIPPED.resolve(file).toFile());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
