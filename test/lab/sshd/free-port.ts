import { createServer } from "node:net";

/** A loopback port that was free a moment ago: sshd has to be told one and cannot choose. */
export async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    await new Promise((resolve) => server.close(resolve));
    if (typeof address !== "object" || address === null) throw new Error("The port has no number.");
    return address.port;
}
