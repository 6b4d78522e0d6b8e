import type { AgentCall } from "../../../provider/session/frames.js";
import { CURRENT_VERSION, NET_4, SCHANNEL } from "../windows/keys.js";

const place = (key: string) => ({ hive: "HKLM", view: 64, key }) as const;
const RC4 = place(`${SCHANNEL}\\Ciphers\\RC4 40/128`);
const local = (cmd: string, Name: string): AgentCall => ({
    cmd,
    par: { Name },
    sel: ["Name", "Protocols"],
    local: true,
});

/** Every answer that the registry, the boot time and Windows' own cmdlets can have, one after another on one server. */
export const WINDOWS_STEPS: readonly { readonly what: string; readonly call: AgentCall }[] = [
    { what: "the boot", call: { machine: "boot" } },
    { what: "a key that is not there", call: { ...place(`${SCHANNEL}\\No`), reg: "get" } },
    { what: "a value that is not there", call: { ...RC4, reg: "get", name: "No" } },
    { what: "Windows' identity", call: { ...place(CURRENT_VERSION), reg: "get" } },
    {
        what: "a value of the 32-bit view",
        call: { ...place(NET_4[0]), view: 32, reg: "get", name: "SchUseStrongCrypto" },
    },
    {
        what: "a new value",
        call: { ...place(`${SCHANNEL}\\A\\B`), reg: "set", name: "x", kind: "DWord", data: 0xffff_ffff },
    },
    { what: "the same again", call: { ...place(`${SCHANNEL}\\A\\B`), reg: "set", name: "X", kind: "DWord", data: 0 } },
    { what: "a list", call: { ...RC4, reg: "set", name: "x", kind: "MultiString", data: ["a", "ü"] } },
    { what: "a key with something in it", call: { ...RC4, reg: "delete" } },
    { what: "a value to delete", call: { ...place(`${SCHANNEL}\\A\\B`), reg: "delete", name: "x" } },
    { what: "an empty key to delete", call: { ...place(`${SCHANNEL}\\A\\B`), reg: "delete" } },
    { what: "a key of others", call: { ...place("SYSTEM\\Select"), reg: "get" } },
    { what: "a malformed key", call: { ...place("\\SYSTEM"), reg: "get" } },
    { what: "suites", call: local("Get-TlsCipherSuite", "TLS_AES") },
    { what: "a suite to disable", call: local("Disable-TlsCipherSuite", "TLS_AES_128_GCM_SHA256") },
    { what: "no suite to disable", call: local("Disable-TlsCipherSuite", "TLS_AES_128_GCM_SHA256") },
    { what: "a cmdlet of Exchange", call: local("Get-SendConnector", "x") },
];
