import { expect } from "chai";
import { decode } from "../../provider/lifecycle/declared";
import { present } from "../../provider/lifecycle/tell/present";
import { sendConnector } from "../../provider/resources/send-connector";
import { transportConfig } from "../../provider/resources/transport-config";
import type { WireObject } from "../../provider/session/frames";
import { connection, declared, live, wireConnector } from "./fixtures";

const LATER = Symbol("known only later");
const base = { connection, name: "To Fabrikam", addressSpaces: ["fabrikam.com"] };

describe("inputs that are refused", () => {
    const rows: readonly [string, Record<string, unknown>, string, RegExp][] = [
        ["no name", { ...base, name: undefined }, "name", /required/],
        ["a null name", { ...base, name: null }, "name", /required/],
        ["no address space", { ...base, addressSpaces: undefined, adopt: false }, "addressSpaces", /unless adopt/],
        ["no source server", { ...base, sourceTransportServers: [] }, "sourceTransportServers", /at least one/],
        ["a list that is none", { ...base, addressSpaces: "fabrikam.com" }, "addressSpaces", /list/],
        ["a bad entry", { ...base, addressSpaces: ["a.com", "*a.com"] }, "addressSpaces[1]", /address space/],
        [
            "an unknown property",
            { ...base, requireTLS: true },
            "requireTLS",
            /^is not a property here; is it requireTls\?$/,
        ],
        ["a property of nobody", { ...base, color: true }, "color", /^is not a property here$/],
        ["a text for a flag", { ...base, requireTls: "true" }, "requireTls", /true or false/],
        ["adopt of another kind", { ...base, adopt: "mine" }, "adopt", /^must be true, false or "own"$/],
        [
            "an exception as text",
            { ...base, acceptPlainTextLoss: "yes" },
            "acceptPlainTextLoss",
            /^must be true or false$/,
        ],
        [
            "a mode of a list",
            { ...base, listModes: { addressSpaces: "add" } },
            "listModes.addressSpaces",
            /^must be "merge"/,
        ],
        ["a mode of no list", { ...base, listModes: { fqdn: "merge" } }, "listModes.fqdn", /^is not a property here$/],
        ["a comment that ends in a mark", { ...base, comment: "x [pulumi 0123456789ab]" }, "comment", /mark/],
        ["an address for a domain", { ...base, fqdn: "10.0.0.1" }, "fqdn", /domain/],
        [
            "no connection",
            { ...base, connection: undefined },
            "connection",
            /^must be an object with host, username and hostKey$/,
        ],
        [
            "no host key",
            { ...base, connection: { ...connection, hostKey: undefined } },
            "connection.hostKey",
            /^must be a fingerprint/,
        ],
        [
            "a typo in the connection",
            { ...base, connection: { ...connection, pasword: "x" } },
            "connection.pasword",
            /^is not a property here; is it password/,
        ],
        [
            "a password in the connection",
            { ...base, connection: { ...connection, password: "x" } },
            "connection.password",
            /^must not stand .* EXCHANGE_TLS_PASSWORD, .* connection\.passwordFile$/,
        ],
        [
            "a password of the service account",
            { ...base, connection: { ...connection, exchange: { server: "ex01", password: "x" } } },
            "connection.exchange.password",
            /EXCHANGE_TLS_SERVICE_PASSWORD, .* connection\.exchange\.passwordFile$/,
        ],
    ];
    for (const [what, inputs, path, message] of rows) {
        it(what, () => {
            const decoded = decode(
                sendConnector,
                Object.fromEntries(Object.entries(inputs).filter(([, v]) => v !== undefined)),
            );
            if (decoded.ok) throw new Error("accepted");
            expect(decoded.problems.map((problem) => problem.path)).to.deep.equal([path]);
            expect(decoded.problems[0]?.message).to.match(message);
        });
    }

    it("all at once", () => {
        const decoded = decode(sendConnector, { ...base, name: "", port: 70_000, smartHosts: ["a b", "ok.com", 5] });
        if (decoded.ok) throw new Error("accepted");
        expect(decoded.problems.map(({ path }) => path)).to.deep.equal([
            "name",
            "smartHosts[0]",
            "smartHosts[2]",
            "port",
        ]);
    });

    it("a list mode of a list that is none", () => {
        const decoded = decode(transportConfig, { connection, listModes: { lists: "merge" } });
        expect(decoded.ok).to.equal(false);
    });

    it("but not what is known only later", () => {
        const later = { connection: LATER, addressSpaces: LATER };
        const decoded = decode(sendConnector, { name: "To Fabrikam", ...later }, (value) => value === LATER);
        if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
        expect(decoded.declared.connection).to.equal(undefined);
        expect(decoded.declared.values).to.deep.equal({ name: "To Fabrikam" });
    });
});

describe("live values as the program spells them", () => {
    const shown = (inputs: Record<string, unknown>, object: Partial<WireObject>) => {
        const program = declared(sendConnector, { ...base, ...inputs });
        return present(sendConnector, program, live(sendConnector, { ...wireConnector, ...object } as WireObject));
    };

    it("keep the program's spelling where it means the same", () => {
        const inputs = { addressSpaces: ["SMTP:Fabrikam.COM"], maxMessageSize: "35 MB", fqdn: "" };
        expect(shown(inputs, {})).to.deep.equal({ name: "To Fabrikam", ...inputs });
    });

    it("show what differs, in Exchange's spelling", () => {
        const values = shown(
            { maxMessageSize: "1MB", tlsAuthLevel: null, requireTls: true },
            { TlsAuthLevel: "EncryptionOnly" },
        );
        expect(values).to.deep.include({ maxMessageSize: "35MB", tlsAuthLevel: "EncryptionOnly", requireTls: false });
    });

    it("leave a hole where an entry is missing, and append what is too many", () => {
        const values = shown(
            { addressSpaces: ["a.com", "b.com", "c.com"] },
            { AddressSpaces: ["z.com;5", "c.com", "a.com"] },
        );
        expect(values.addressSpaces).to.deep.equal(["a.com", "", "c.com", "SMTP:z.com;5"]);
    });

    it("of a merged list are only the declared ones", () => {
        const program = declared(transportConfig, { tlsSendDomainSecureList: ["b.com", "a.com"] });
        const there = live(transportConfig, {
            TLSSendDomainSecureList: ["x.com", "a.com"],
            TLSReceiveDomainSecureList: [],
        });
        expect(present(transportConfig, program, there)).to.deep.equal({ tlsSendDomainSecureList: ["", "a.com"] });
    });
});
