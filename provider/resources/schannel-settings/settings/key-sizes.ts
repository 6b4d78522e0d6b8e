import { schannel } from "./schannel";
import { amount, type Setting } from "./setting";

/** Property → subkey of KeyExchangeAlgorithms, value and what holds where it is absent (section 1.1). WS2016 and later. */
const ROWS = [
    ["diffieHellman", "clientMin", "Diffie-Hellman", "ClientMinKeyBitLength", "1024"],
    ["diffieHellman", "clientMax", "Diffie-Hellman", "ClientMaxKeyBitLength", "no limit"],
    ["diffieHellman", "serverMin", "Diffie-Hellman", "ServerMinKeyBitLength", "2048"],
    ["pkcs", "clientMin", "PKCS", "ClientMinKeyBitLength", "1024"],
    ["pkcs", "clientMax", "PKCS", "ClientMaxKeyBitLength", "no limit"],
] as const;

export const keySizes: readonly Setting[] = ROWS.map(
    ([algorithm, size, key, name, absent]): Setting => ({
        path: ["keySizes", algorithm, size],
        values: [{ place: { ...schannel("KeyExchangeAlgorithms", key), name }, kind: "DWord", meaning: "exact" }],
        spelling: amount,
        doc: `${name} of ${key} in bits, 512 to 16384; default removes the value, which means ${absent}. Windows Server 2016 and later.`,
    }),
);
