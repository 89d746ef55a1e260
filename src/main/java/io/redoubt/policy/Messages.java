package io.redoubt.policy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages between the service and a process that it started: the length in bytes and then the bytes, either way. */
public final class Messages {
    private static final int LONGEST = 256 * 1024 * 1024;

    private final DataInputStream in;
    private final DataOutputStream out;

    public Messages(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /** @throws EOFException where the other end is gone */
    byte[] next() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message must be at most " + LONGEST + " bytes long.");
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
    }

    void send(byte[] message) throws IOException {
        out.writeInt(message.length);
        out.write(message);
        out.flush();
    }
}
