import { expect } from "chai";
import { TestResource } from "./resource";
import { LOCAL, SCH, type StoredValue, TestServer } from "./server";

const SUITE = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384";

describe("schannel/what misleads on a server", () => {
    const FORM = "in a form that Windows does not use: one name per string is right";
    const lists: readonly [string, StoredValue, RegExp | undefined][] = [
        ["one name per string", { kind: "MultiString", data: [SUITE] }, undefined],
        [
            "names joined by commas",
            { kind: "MultiString", data: [`${SUITE},TLS_RSA_WITH_NULL_SHA`] },
            /a MultiString in/,
        ],
        ["a text", { kind: "String", data: SUITE }, /a String in/],
    ];
    for (const [what, { kind, data }, told] of lists) {
        it(`a list of suites as ${what}: ${told === undefined ? "nothing" : "told"}`, () => {
            const server = new TestServer(17763, [SUITE]);
            server.set(64, LOCAL, "Functions", kind, data);
            const resource = new TestResource(server, "SE", { cipherSuites: { order: [SUITE] } });
            const notes = resource.preview().notes.filter((note) => note.includes(FORM));
            expect(notes).to.have.length(told === undefined ? 0 : 1);
            if (told) expect(notes[0]).to.match(told).and.not.contain("repair: true");
        });
    }

    it("a key that is one look-alike is not told a second time as nearly right", () => {
        const server = new TestServer(17763);
        server.set(64, `${SCH}\\Ciphers\\RC4 40\u2215128`, "Enabled", "DWord", 0);
        server.set(64, `${SCH}\\Ciphers\\RC4 56\uff0f128`, "Enabled", "DWord", 0);
        const notes = new TestResource(server, "SE")
            .preview()
            .notes.filter((note) => note.includes("does not heed it"));
        expect(notes).to.have.length(2);
        expect(notes[0]).to.contain("a division slash (U+2215)").and.contain("repair: true puts it right");
        expect(notes[1]).to.contain("a name that is only nearly right").and.not.contain("repair: true");
    });

    const OUTER = `${SCH}\\Ciphers\\RC4 40`;
    const nested: readonly [string, (server: TestServer) => void, boolean][] = [
        ["alone goes", () => {}, true],
        ["in another case goes", (server) => server.set(64, `${OUTER}\\128`, "enabled", "DWord", 0), true],
        ["that holds another key stays", (server) => server.set(64, `${OUTER}\\Mine`, "A", "DWord", 1), false],
        [
            "that holds what cannot be kept stays",
            (server) => server.set(64, OUTER, "A", "Unknown" as "DWord", 1),
            false,
        ],
    ];
    for (const [what, prepare, goes] of nested) {
        it(`repair: a pair of nested keys ${what}`, () => {
            const server = new TestServer(17763);
            server.set(64, `${OUTER}\\128`, "Enabled", "DWord", 0);
            prepare(server);
            new TestResource(server, "SE", { repair: true }).up();
            expect(server.hasKey(64, OUTER)).to.equal(!goes);
            expect(server.hasKey(64, `${OUTER}\\128`)).to.equal(!goes);
        });
    }
});
