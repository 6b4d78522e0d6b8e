import type { Sample, Samples } from "../sample";

/** Entries of other people, which are there all the time. */
const THEIRS = ["partner-01.example", "partner-02.example"];

const merge = (add: readonly string[], remove: readonly string[] = []) => ({ $: "merge", add, remove }) as const;

function list(name: string): readonly Sample[] {
    const exact = { program: { listModes: { [name]: "exact" } }, sent: {} };
    return [
        {
            from: {
                program: ["fabrikam.com"],
                sent: merge(["fabrikam.com"]),
                shown: [...THEIRS, "fabrikam.com"],
                spelled: [["FABRIKAM.com"], ["fabrikam.com."], ["fabrikam.com", "Fabrikam.com"]],
            },
            to: {
                program: ["woodgrove.example", "fabrikam.com", "xn--mnchen-3ya.example"],
                sent: merge(["woodgrove.example", "xn--mnchen-3ya.example"]),
                shown: [...THEIRS, "fabrikam.com", "woodgrove.example", "xn--mnchen-3ya.example"],
                spelled: [["München.example", "FABRIKAM.COM", "WoodGrove.example."]],
                typed: [
                    { Add: ["WoodGrove.Example", "XN--MNCHEN-3YA.example"] },
                    ["xn--mnchen-3ya.example", "WOODGROVE.example", "Fabrikam.com", ...THEIRS],
                ],
            },
        },
        {
            title: "an entry taken out, one found",
            special: "released",
            from: {
                program: ["fabrikam.com", "Partner-01.example"],
                sent: merge(["fabrikam.com"]),
                shown: [...THEIRS, "fabrikam.com"],
            },
            to: {
                program: ["partner-01.example"],
                sent: merge([], ["fabrikam.com"]),
                shown: THEIRS,
                spelled: [["PARTNER-01.example"]],
            },
        },
        {
            title: "all of ours taken out",
            special: "released",
            from: { program: ["fabrikam.com"], sent: merge(["fabrikam.com"]), shown: [...THEIRS, "fabrikam.com"] },
            to: { program: [], sent: merge([], ["fabrikam.com"]), shown: THEIRS },
        },
        {
            title: "as written and nothing else",
            beside: exact,
            from: {
                program: [...THEIRS].reverse(),
                shown: THEIRS,
                spelled: [["PARTNER-02.example", "partner-01.example"]],
            },
            to: {
                program: ["woodgrove.example", "partner-02.example"],
                sent: ["woodgrove.example", "partner-02.example"],
                shown: ["partner-02.example", "woodgrove.example"],
                spelled: [["Partner-02.example", "WOODGROVE.example"]],
                typed: [["partner-02.EXAMPLE", "WoodGrove.example"]],
            },
        },
        {
            title: "emptied",
            beside: exact,
            from: { program: THEIRS, shown: THEIRS },
            to: { program: [], sent: { $: "null" }, shown: [], typed: [null] },
        },
    ];
}

/** Reference sheet 7 and 2.4. */
export const transportConfigSamples: Samples = {
    tlsSendDomainSecureList: list("tlsSendDomainSecureList"),
    tlsReceiveDomainSecureList: list("tlsReceiveDomainSecureList"),
};
