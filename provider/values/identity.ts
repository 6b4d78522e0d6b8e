import { namesBelow } from "./distinguished-name";
import { isGuid } from "./guid";
import { shortServerName } from "./server-name";
import { objectName } from "./text";
import { expected, parsed, type ValueType } from "./value-type";

const NAME = objectName(64);

/**
 * A receive connector as `Server\Name`, or none; its distinguished name means the same. Servers answer with
 * `Server\Name`, so a GUID could never be compared with what they answer and is refused.
 */
export const receiveConnectorIdentity: ValueType = {
    typescript: "string | null",
    parse(value) {
        if (value === null || value === "") return parsed(null);
        const [server, name] = typeof value === "string" ? serverAndName(value.trim()) : [];
        return server === undefined || name === undefined || !NAME.parse(name).ok
            ? expected('a receive connector as "Server\\Name" such as "EX01\\From Fabrikam", or null')
            : parsed(`${server}\\${name}`);
    },
    print: (canonical) => canonical,
};

/** An accepted domain by its name (by default the domain itself), or none. */
export const acceptedDomain: ValueType = {
    typescript: "string | null",
    parse(value) {
        if (value === null || value === "") return parsed(null);
        const name = typeof value === "string" ? value.trim().toLowerCase() : "";
        return NAME.parse(name).ok && !isGuid(name) && !/^cn=.*,/.test(name)
            ? parsed(name)
            : expected("the name of an accepted domain such as contoso.com, or null");
    },
    print: (canonical) => canonical,
};

function serverAndName(text: string): readonly [string | undefined, string | undefined] {
    const [name, , , server] = namesBelow(text, ["", "SMTP Receive Connectors", "Protocols", "", "Servers"]) ?? [];
    if (name !== undefined && server !== undefined) return [shortServerName(server), name.toLowerCase()];
    const [, before = "", behind] = /^([^\\]+)\\(.+)$/s.exec(text) ?? [];
    return [shortServerName(before), behind?.toLowerCase()];
}
