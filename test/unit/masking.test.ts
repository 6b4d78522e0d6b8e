import { expect } from "chai";
import { maskerFor } from "../../provider/pulumi/object/masking";
import { sendConnector } from "../../provider/resources/send-connector";

const M = "********";

describe("secrets in what is printed", () => {
    const rows: readonly [string, Record<string, unknown>, text: string, shown: string][] = [
        ["a value inside another", { fqdn: "abc", comment: "abcdef" }, "abcdef abc", `${M} ${M}`],
        ["any case", { fqdn: "mail.contoso.com" }, "Mail.CONTOSO.com", M],
        ["an empty one hides nothing", { comment: "", fqdn: "abc" }, "a text with abc", `a text with ${M}`],
        ["none but empty ones", { comment: "" }, "a text", "a text"],
        ["null hides nothing", { comment: null, fqdn: "abc" }, "null abc", `null ${M}`],
        ["signs of patterns", { comment: "a.c (x)" }, "abc (x), a.c (x)", `abc (x), ${M}`],
        ["a number is no part of a longer one", { port: 25 }, "25 2525 25. 1.25", `${M} 2525 ${M}. 1.25`],
        ["in the server's spelling", { maxMessageSize: "1 MB" }, "1048576 bytes, 1MB", `${M} bytes, ${M}`],
        ["a domain alone", { addressSpaces: ["SMTP:*.fabrikam.com;1"] }, "for fabrikam.com", `for ${M}`],
        ["what is remembered", { __previous: { fqdn: { was: "old.contoso.com" } } }, "old.contoso.com", M],
        [
            "a credential's password, not its user",
            { authenticationCredential: { username: "anna", password: "s3cret" } },
            "anna s3cret",
            `anna ${M}`,
        ],
    ];
    for (const [what, properties, text, shown] of rows) {
        it(what, () => {
            const names = Object.keys(properties).filter((name) => !name.startsWith("__"));
            const secrets = new Set(names.length > 0 ? names : ["fqdn"]);
            expect(maskerFor(sendConnector, secrets, properties)(text)).to.equal(shown);
        });
    }
});
