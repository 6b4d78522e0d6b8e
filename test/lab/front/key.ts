import { type ParsedKey, utils } from "ssh2";

/** A fresh key pair: the private half as text and parsed. */
export interface Key {
    readonly text: string;
    readonly parsed: ParsedKey;
}

/** Of the library's Ed25519 keys about three in a thousand cannot be parsed again, hence the loop. */
export function newKey(): Key {
    for (;;) {
        const text = utils.generateKeyPairSync("ed25519").private;
        const parsed = utils.parseKey(text);
        if (!(parsed instanceof Error)) return { text, parsed };
    }
}
