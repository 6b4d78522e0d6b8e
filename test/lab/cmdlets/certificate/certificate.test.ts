import { expect } from "chai";
import { Chance } from "../../chance.js";
import { issuedCertificate, SERVER_AUTHENTICATION } from "../../model/certificate.js";
import type { Arguments } from "../argument.js";
import { Bench } from "../bench.js";

const chance = new Chance(3);
const DAY = 86_400_000;

describe("lab: certificates", () => {
    let bench: Bench;
    const now = () => bench.clock.now().getTime();
    const put = (days: number, own: Parameters<typeof issuedCertificate>[3] = {}, names = ["mail.contoso.com"]) => {
        const from = new Date(now() - 30 * DAY);
        const certificate = issuedCertificate(names, from, chance, { notAfter: new Date(now() + days * DAY), ...own });
        bench.organisation.certificates.put("EX02", certificate);
        return certificate.thumbprint;
    };
    const read = (given: Arguments = {}) => bench.run("Get-ExchangeCertificate", { Server: "EX02", ...given });
    const thumbprints = (given: Arguments) => read(given).objects.map(({ Thumbprint }) => Thumbprint);
    beforeEach(() => {
        bench = new Bench("dag");
    });

    /** Arguments, and the exception's name or so many certificates of a fresh server. */
    const table: readonly (readonly [Arguments, string | number])[] = [
        [{ Server: "EX09" }, "ManagementObjectNotFoundException"],
        [{ Thumbprint: "00" }, "InvalidOperationException"],
        [{ Identity: "EX02\\00" }, "InvalidOperationException"],
        [{ Identity: "EX09\\00" }, "ManagementObjectNotFoundException"],
        [{ Identity: "EX02\\00", Server: "EX02" }, "ParameterBindingException"],
        [{ DomainName: ["*"] }, "ParameterBindingArgumentTransformationException"],
        [{ DomainName: "mail.fabrikam.com" }, 0],
        [{ DomainName: "ex01.CONTOSO.com" }, 1],
        [{}, 3],
    ];
    for (const [given, expected] of table) {
        it(`${JSON.stringify(given)} gives ${expected}`, () => {
            const { error, objects } = bench.run("Get-ExchangeCertificate", given);
            expect(error?.reason ?? objects.length).to.equal(expected);
        });
    }

    it("finds by thumbprint in any case, and by the server's FQDN in the identity", () => {
        const thumbprint = put(300);
        expect(thumbprints({ Thumbprint: thumbprint.toLowerCase() })).to.deep.equal([thumbprint]);
        const { objects } = bench.run("Get-ExchangeCertificate", { Identity: `ex02.contoso.com\\${thumbprint}` });
        expect(objects).to.have.length(1);
        expect(bench.reason("Get-ExchangeCertificate", { Thumbprint: thumbprint })).to.not.equal("ok");
    });

    it("names first the one that Exchange would take", () => {
        const expired = put(-1);
        const keyless = put(900, { hasPrivateKey: false });
        const unbound = put(800, { services: "IIS" });
        const wildcard = put(100, {}, ["*.contoso.com"]);
        const longest = put(200);
        put(700, {}, ["contoso.com", "*.fabrikam.com"]);
        const found = thumbprints({ DomainName: ["mail.contoso.com"] });
        expect(found).to.deep.equal([longest, wildcard, keyless, unbound, expired]);
    });

    it("tells what is wrong with one", () => {
        const thumbprint = put(-1, {
            hasPrivateKey: false,
            services: "None",
            enhancedKeyUsages: [SERVER_AUTHENTICATION],
        });
        expect(read({ Thumbprint: thumbprint }).objects[0]).to.deep.include({
            Status: "DateInvalid",
            HasPrivateKey: false,
            Services: "None",
            EnhancedKeyUsageList: [SERVER_AUTHENTICATION],
            Subject: "CN=mail.contoso.com",
            CertificateDomains: ["mail.contoso.com"],
        });
    });

    it("asks the server itself, which may be down", () => {
        bench.organisation.unreachable.add("EX02");
        expect(read().error).to.include({ transient: false });
        expect(bench.reason("Get-ExchangeCertificate")).to.equal("ok");
        expect(bench.reason("Get-ReceiveConnector", { Server: "EX02" })).to.equal("ok");
        bench.organisation.unreachable.delete("EX02");
        expect(read().error).to.equal(null);
    });

    it("leaves little of one in a remote session where the switch says so", () => {
        const poor = new Bench("single", { certificateProperties: "x509-only" });
        const [object] = poor.run("Get-ExchangeCertificate").objects;
        expect(object).to.include.all.keys("Subject", "Issuer", "Thumbprint");
        expect(object).to.not.have.any.keys("Services", "Status", "CertificateDomains");
    });
});
