import type * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { decodeSettings, type SchannelArgs, type SchannelInputs } from "../../../provider/resources/schannel-settings";
import { CIPHERS, PROTOCOLS } from "../../../provider/resources/schannel-settings/settings/names";
import type { CipherName, ProtocolName, SchannelProperties } from "../../../sdk/schannel-settings-properties";

/** What a program declares, once its outputs are known. */
type Declared = pulumi.Unwrap<SchannelProperties>;

/** Without `undefined` written out: the schema takes it, a program leaves the property out. */
type Said<T> = T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]: Said<Exclude<T[K], undefined>> }
      : T;

/** The schema takes any text for a guard, to say which there are; what it gives back is one of them. */
type Inputs = Said<Omit<SchannelInputs, "force"> & Pick<SchannelArgs, "force">>;

/** Fails to compile where a value of the one type is none of the other. */
const toProvider = (declared: Declared): SchannelInputs => declared;
const toSdk = (inputs: Inputs): Declared => inputs;

/** Names that only one of two types has: none. */
type OnlyIn<A, B> = Exclude<keyof A, keyof B>;
type OneSided = OnlyIn<Declared, SchannelInputs> | OnlyIn<SchannelInputs, Declared>;
const noneLeft: [OneSided] extends [never] ? true : false = true;

describe("the types of SchannelSettings' arguments", () => {
    it("are what the provider takes, both ways", () => {
        const declared: Declared = {
            baseline: "exchange",
            protocols: { "TLS 1.0": "disabled", "TLS 1.2": { client: "enabled" } },
            dotNet: { strongCrypto: true, v2: { strongCrypto: "unmanaged" } },
            winHttp: { protocols: ["TLS 1.2"] },
            cipherSuites: { order: ["TLS_AES_256_GCM_SHA384"] },
            eventLogging: 1,
            force: ["G1"],
        };
        expect(decodeSettings({ ...toProvider(declared) })).to.have.property("ok", true);
        expect(toSdk({ curves: "unmanaged" })).to.deep.equal({ curves: "unmanaged" });
        expect(noneLeft).to.equal(true);
    });

    it("know every protocol and cipher by name", () => {
        const protocols: readonly ProtocolName[] = PROTOCOLS;
        const ciphers: readonly CipherName[] = CIPHERS;
        expect(
            decodeSettings({ protocols: Object.fromEntries(protocols.map((name) => [name, "default"])) }).ok,
        ).to.equal(true);
        expect(decodeSettings({ ciphers: Object.fromEntries(ciphers.map((name) => [name, "default"])) }).ok).to.equal(
            true,
        );
    });
});
