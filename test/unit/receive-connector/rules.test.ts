import { expect } from "chai";
import { judgeInputs } from "../../../provider/lifecycle/plan/judge";
import { receiveConnector } from "../../../provider/resources/receive-connector";
import { canonical } from "./canonical";

const { rules, inputRules, fields } = receiveConnector;
const all = [...rules, ...inputRules];

interface Row {
    readonly rule: string;
    readonly what: string;
    readonly values: Readonly<Record<string, unknown>>;
    /** Undefined: the rule says nothing. */
    readonly says?: "error" | "warning";
}

const EVERYONE = ["0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"];
const publicMx = {
    requireTls: true,
    permissionGroups: ["AnonymousUsers", "ExchangeServers"],
    bindings: ["0.0.0.0:25", "[::]:25"],
    remoteIpRanges: EVERYONE,
};
const addresses = (count: number) => Array.from({ length: count }, (_, at) => `10.${at >> 8}.${at & 255}.1`);

const rows: readonly Row[] = [
    { rule: "R2", what: "without BasicAuth", values: { authMechanism: ["BasicAuthRequireTLS", "Tls"] }, says: "error" },
    { rule: "R2", what: "without Tls", values: { authMechanism: ["BasicAuthRequireTLS", "BasicAuth"] }, says: "error" },
    { rule: "R2", what: "alone", values: { authMechanism: ["BasicAuthRequireTLS"] }, says: "error" },
    { rule: "R2", what: "all three", values: { authMechanism: ["BasicAuthRequireTLS", "BasicAuth", "Tls"] } },
    { rule: "R2", what: "BasicAuth without Tls", values: { authMechanism: ["BasicAuth"] } },
    { rule: "R2", what: "not known", values: {} },

    {
        rule: "R3",
        what: "with Integrated",
        values: { authMechanism: ["ExternalAuthoritative", "Integrated"] },
        says: "error",
    },
    {
        rule: "R3",
        what: "with ExchangeServer and Tls",
        values: { authMechanism: ["ExternalAuthoritative", "ExchangeServer", "Tls"] },
        says: "error",
    },
    { rule: "R3", what: "with Tls", values: { authMechanism: ["ExternalAuthoritative", "Tls"] } },
    { rule: "R3", what: "alone", values: { authMechanism: ["ExternalAuthoritative"] } },
    { rule: "R3", what: "not known", values: { permissionGroups: ["ExchangeServers"] } },

    { rule: "R4", what: "no mechanism", values: { requireTls: true, authMechanism: [] }, says: "error" },
    {
        rule: "R4",
        what: "another mechanism",
        values: { requireTls: true, authMechanism: ["ExchangeServer"] },
        says: "error",
    },
    { rule: "R4", what: "Tls", values: { requireTls: true, authMechanism: ["Tls"] } },
    { rule: "R4", what: "not required", values: { requireTls: false, authMechanism: [] } },
    { rule: "R4", what: "mechanisms not known", values: { requireTls: true } },
    { rule: "R4", what: "requireTls not known", values: { authMechanism: [] } },

    {
        rule: "R5",
        what: "without the group",
        values: { authMechanism: ["ExternalAuthoritative"], permissionGroups: ["AnonymousUsers"] },
        says: "error",
    },
    {
        rule: "R5",
        what: "no group",
        values: { authMechanism: ["ExternalAuthoritative"], permissionGroups: [] },
        says: "error",
    },
    {
        rule: "R5",
        what: "with the group and another",
        values: { authMechanism: ["ExternalAuthoritative"], permissionGroups: ["AnonymousUsers", "ExchangeServers"] },
    },
    { rule: "R5", what: "groups not known", values: { authMechanism: ["ExternalAuthoritative"] } },
    { rule: "R5", what: "another mechanism", values: { authMechanism: ["Tls"], permissionGroups: [] } },

    {
        rule: "R6",
        what: "without Tls",
        values: { domainSecureEnabled: true, authMechanism: ["ExchangeServer"] },
        says: "error",
    },
    {
        rule: "R6",
        what: "with ExternalAuthoritative",
        values: { domainSecureEnabled: true, authMechanism: ["ExternalAuthoritative", "Tls"] },
        says: "error",
    },
    { rule: "R6", what: "with Tls", values: { domainSecureEnabled: true, authMechanism: ["Tls"] } },
    { rule: "R6", what: "off", values: { domainSecureEnabled: false, authMechanism: [] } },
    { rule: "R6", what: "mechanisms not known", values: { domainSecureEnabled: true } },

    {
        rule: "R13",
        what: "without chunking",
        values: { binaryMimeEnabled: true, chunkingEnabled: false },
        says: "error",
    },
    { rule: "R13", what: "both", values: { binaryMimeEnabled: true, chunkingEnabled: true } },
    { rule: "R13", what: "chunking not known", values: { binaryMimeEnabled: true } },

    {
        rule: "R14",
        what: "equal",
        values: { connectionInactivityTimeout: "00:10:00", connectionTimeout: "00:10:00" },
        says: "error",
    },
    {
        rule: "R14",
        what: "longer",
        values: { connectionInactivityTimeout: "1.00:00:00", connectionTimeout: "23:59:59" },
        says: "error",
    },
    {
        rule: "R14",
        what: "shorter",
        values: { connectionInactivityTimeout: "00:09:59", connectionTimeout: "00:10:00" },
    },
    { rule: "R14", what: "one not known", values: { connectionInactivityTimeout: "1.00:00:00" } },

    { rule: "R16", what: "empty", values: { bindings: [] }, says: "error" },
    { rule: "R16", what: "one", values: { bindings: ["0.0.0.0:25"] } },
    { rule: "R16", what: "not known", values: {} },

    {
        rule: "R17",
        what: "without Integrated",
        values: { enableAuthGssapi: true, authMechanism: ["Tls"] },
        says: "warning",
    },
    { rule: "R17", what: "with Integrated", values: { enableAuthGssapi: true, authMechanism: ["Integrated"] } },
    { rule: "R17", what: "mechanisms not known", values: { enableAuthGssapi: true } },

    {
        rule: "R18",
        what: "front end",
        values: { longAddressesEnabled: true, transportRole: "FrontendTransport" },
        says: "error",
    },
    { rule: "R18", what: "hub", values: { longAddressesEnabled: true, transportRole: "HubTransport" } },
    { rule: "R18", what: "no role known (Edge, 2010)", values: { longAddressesEnabled: true } },
    {
        rule: "R18",
        what: "ORAR without long addresses",
        values: { orarEnabled: true, longAddressesEnabled: false },
        says: "warning",
    },
    { rule: "R18", what: "ORAR, long addresses not known", values: { orarEnabled: true } },

    { rule: "R22", what: "1301 entries", values: { remoteIpRanges: addresses(1301) }, says: "error" },
    { rule: "R22", what: "1300 entries", values: { remoteIpRanges: addresses(1300) }, says: "warning" },
    { rule: "R22", what: "1201 entries", values: { remoteIpRanges: addresses(1201) }, says: "warning" },
    { rule: "R22", what: "1200 entries", values: { remoteIpRanges: addresses(1200) } },
    { rule: "R22", what: "one wide entry", values: { remoteIpRanges: EVERYONE } },
    { rule: "R22", what: "not known", values: {} },

    { rule: "R23", what: "another number", values: { banner: "250 ready" }, says: "error" },
    { rule: "R23", what: "a space before", values: { banner: " 220 ready" }, says: "error" },
    { rule: "R23", what: "220", values: { banner: "220 mail.contoso.com" } },
    { rule: "R23", what: "none", values: { banner: null } },
    { rule: "R23", what: "empty", values: { banner: "" } },

    {
        rule: "R24",
        what: "NO-TLS",
        values: { tlsDomainCapabilities: ["no-tls:AcceptCloudServicesMail"] },
        says: "warning",
    },
    {
        rule: "R24",
        what: "a domain without Tls",
        values: { authMechanism: [], tlsDomainCapabilities: ["fabrikam.com:AcceptCloudServicesMail"] },
        says: "warning",
    },
    {
        rule: "R24",
        what: "a domain with Tls",
        values: { authMechanism: ["Tls"], tlsDomainCapabilities: ["fabrikam.com:AcceptCloudServicesMail"] },
    },
    {
        rule: "R24",
        what: "a domain, mechanisms not known",
        values: { tlsDomainCapabilities: ["fabrikam.com:AcceptCloudServicesMail"] },
    },
    { rule: "R24", what: "none", values: { authMechanism: [], tlsDomainCapabilities: [] } },

    { rule: "R25", what: "Require", values: { extendedProtectionPolicy: "Require" }, says: "warning" },
    { rule: "R25", what: "Allow", values: { extendedProtectionPolicy: "Allow" } },
    { rule: "R25", what: "not known", values: {} },

    { rule: "R26", what: "a public MX", values: publicMx, says: "error" },
    {
        rule: "R26",
        what: "in two halves",
        values: { ...publicMx, remoteIpRanges: ["128.0.0.0/1", "0.0.0.0/1"] },
        says: "error",
    },
    {
        rule: "R26",
        what: "one specific address of the server",
        values: { ...publicMx, bindings: ["10.0.0.5:25"] },
        says: "error",
    },
    { rule: "R26", what: "all but one address", values: { ...publicMx, remoteIpRanges: ["0.0.0.1-255.255.255.255"] } },
    { rule: "R26", what: "a partner's addresses", values: { ...publicMx, remoteIpRanges: ["203.0.113.0/26"] } },
    { rule: "R26", what: "IPv6 only", values: { ...publicMx, remoteIpRanges: EVERYONE.slice(1) } },
    { rule: "R26", what: "another port", values: { ...publicMx, bindings: ["0.0.0.0:2525"] } },
    { rule: "R26", what: "no anonymous mail", values: { ...publicMx, permissionGroups: ["ExchangeUsers"] } },
    { rule: "R26", what: "not required", values: { ...publicMx, requireTls: false } },
    { rule: "R26", what: "disabled", values: { ...publicMx, enabled: false } },
    {
        rule: "R26",
        what: "ranges not known",
        values: { requireTls: true, permissionGroups: ["AnonymousUsers"], bindings: ["0.0.0.0:25"] },
    },
    {
        rule: "R26",
        what: "groups not known",
        values: { requireTls: true, bindings: ["0.0.0.0:25"], remoteIpRanges: EVERYONE },
    },
];

describe("rules of a receive connector", () => {
    for (const { rule, what, values, says } of rows) {
        it(`${rule}: ${what}${says ? ` -> ${says}` : ""}`, () => {
            const broken = all.filter((one) => one.code === rule && one.when(canonical(values)));
            expect(broken.map(({ severity }) => severity)).to.deep.equal(says ? [says] : []);
        });
    }

    it("each has a row that breaks it and one that does not", () => {
        const codes = [...new Set(all.map(({ code }) => code))].sort();
        const shown = (test: (row: Row) => boolean) => [...new Set(rows.filter(test).map(({ rule }) => rule))].sort();
        expect(shown(({ says }) => says !== undefined)).to.deep.equal(codes);
        expect(shown(({ says }) => says === undefined)).to.deep.equal(codes);
    });

    it("nothing is broken by nothing", () => {
        expect(all.filter(({ when }) => when({}))).to.deep.equal([]);
    });

    it("R26 is lifted by acceptPlainTextLoss and by nothing else", () => {
        const said = (...exceptions: string[]) =>
            judgeInputs(receiveConnector, canonical(publicMx), new Set(exceptions)).refusals.map(({ code }) => code);
        expect(said()).to.deep.equal(["R26"]);
        expect(said("allowExchangeServers")).to.deep.equal(["R26"]);
        expect(said("acceptPlainTextLoss")).to.deep.equal([]);
    });

    it("the texts call properties by their TypeScript names", () => {
        const parameters = Object.entries(fields).flatMap(([name, { parameter }]) =>
            name.toLowerCase() === parameter.toLowerCase() || name.length > 8 ? [parameter] : [],
        );
        for (const { text } of [...all, ...receiveConnector.crossRules]) {
            expect(parameters.filter((parameter) => new RegExp(`\\b${parameter}\\b`).test(text))).to.deep.equal([]);
        }
    });

    it("exceptions that rules name are arguments", () => {
        const named = [...all, ...receiveConnector.crossRules].flatMap(({ exception }) => exception ?? []);
        expect([...new Set(named)].sort()).to.deep.equal(Object.keys(receiveConnector.exceptions).sort());
        for (const { text, exception } of all) if (exception) expect(text).to.contain(exception);
    });
});
