import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { connection } from "../../sdk";
import type { Connection } from "../../sdk/connection";

const KEYS = ["SHA256:one", "SHA256:two"];
const LEAST = {
    "exchange-tls:host": "ex01.contoso.com",
    "exchange-tls:username": "CONTOSO\\svc",
    "exchange-tls:hostKey": "SHA256:one",
};
const least = { host: "ex01.contoso.com", username: "CONTOSO\\svc", hostKey: "SHA256:one" };

describe("connection() from the stack's configuration", () => {
    afterEach(() => pulumi.runtime.setAllConfig({}));

    const rows: [what: string, config: Record<string, string>, overrides: Partial<Connection>, expected: Connection][] =
        [
            ["the least", LEAST, {}, least],
            [
                "host keys as the CLI stores a list",
                { ...LEAST, "exchange-tls:hostKey": JSON.stringify(KEYS) },
                {},
                { ...least, hostKey: KEYS },
            ],
            ["a port as number", { ...LEAST, "exchange-tls:port": "2222" }, {}, { ...least, port: 2222 }],
            [
                "the Exchange server beside the rest of exchange",
                {
                    ...LEAST,
                    "exchange-tls:connection":
                        '{"passwordFile":"p","exchange":{"authentication":"Negotiate","server":"old"}}',
                    "exchange-tls:exchangeServer": "ex02.contoso.com",
                },
                {},
                { ...least, passwordFile: "p", exchange: { authentication: "Negotiate", server: "ex02.contoso.com" } },
            ],
            [
                "what the program says wins",
                LEAST,
                { host: "ex09", callTimeout: 300 },
                { ...least, host: "ex09", callTimeout: 300 },
            ],
            ["everything from the program", {}, least, least],
        ];
    for (const [what, config, overrides, expected] of rows) {
        it(what, () => {
            pulumi.runtime.setAllConfig(config);
            expect(connection(overrides)).to.deep.equal(expected);
        });
    }

    it("says what is missing with the commands that set it, and no other", () => {
        pulumi.runtime.setAllConfig({ "exchange-tls:host": "ex01" });
        expect(() => connection()).to.throw(
            pulumi.RunError,
            "The connection to Exchange is not configured. Next:\n    pulumi config set exchange-tls:username <value>\n    pulumi config set exchange-tls:hostKey <value>",
        );
    });

    it("a list that is none is refused", () => {
        pulumi.runtime.setAllConfig({ ...LEAST, "exchange-tls:hostKey": "[SHA256:one" });
        expect(() => connection()).to.throw(pulumi.RunError, "exchange-tls:hostKey");
    });
});
