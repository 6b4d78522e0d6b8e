import type { AuthContext, ParsedKey } from "ssh2";
import type { LabParts } from "../parts.js";
import { sameText } from "../values/same-text.js";
import type { Logon } from "./agent-port.js";

/** Answers one attempt to log on; gives the method where it let the client in. */
export function logOn(attempt: AuthContext, clientKey: ParsedKey, parts: LabParts): Logon | undefined {
    const { meter, faults, transcript, user } = parts;
    meter.authentication(attempt.method);
    // `none` only asks which methods there are, and that is no step of a logon.
    const refused = attempt.method !== "none" && faults.due("authentication-refused") !== undefined;
    const logon = refused || !sameText(attempt.username, user) ? undefined : checked(attempt, clientKey, parts);
    transcript.note(`logon ${attempt.method} ${logon === undefined ? "refused" : "accepted"}`);
    if (logon === undefined) attempt.reject(["publickey", "password"]);
    else attempt.accept();
    return logon;
}

function checked(attempt: AuthContext, clientKey: ParsedKey, { password }: LabParts): Logon | undefined {
    if (attempt.method === "password") return attempt.password === password ? "password" : undefined;
    if (attempt.method !== "publickey") return undefined;
    const { key, blob, signature, hashAlgo } = attempt;
    if (key.algo !== clientKey.type || !key.data.equals(clientKey.getPublicSSH())) return undefined;
    // Without a signature the client only asks whether this key would do.
    const signed =
        blob === undefined || signature === undefined || clientKey.verify(blob, signature, hashAlgo) === true;
    return signed ? "publickey" : undefined;
}
