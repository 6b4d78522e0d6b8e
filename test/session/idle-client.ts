import { systemClock, TIMEOUTS } from "../../provider/session/clock";
import { SessionPool } from "../../provider/session/pool/pool";
import { agentSource } from "../../provider/session/ssh/delivery";
import { AGENT } from "./peer";
import { settingsOf } from "./settings";

// A process of its own: it reads once, closes nothing, and is expected to end all the same.
const pool = new SessionPool({
    secrets: { env: process.env, readFile: () => Promise.reject(new Error("no files here")) },
    ...{ agent: async () => agentSource(AGENT), clock: systemClock, timeouts: TIMEOUTS, random: Math.random },
});
const [port, hostKey] = process.argv.slice(2);
const session = pool.sessionFor(settingsOf({ host: "127.0.0.1", port: Number(port), hostKey }));
session.read([{ cmd: "Get-SendConnector", par: {}, sel: [] }]).then((results) => {
    process.stdout.write(`read ${results.length}`);
});
