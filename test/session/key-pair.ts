import { type ParsedKey, utils } from "ssh2";

export interface KeyPair {
    readonly private: string;
    readonly public: string;
    readonly parsed: ParsedKey;
}

/** A new ECDSA key: of ssh2's Ed25519 keys, one in some hundreds cannot be read back by ssh2 itself. */
export function keyPair(passphrase?: string): KeyPair {
    const locked = passphrase === undefined ? {} : { passphrase, cipher: "aes256-ctr" as const, rounds: 16 };
    const pair = utils.generateKeyPairSync("ecdsa", { bits: 256, ...locked });
    const parsed = utils.parseKey(pair.private, passphrase);
    if (parsed instanceof Error) throw parsed;
    return { private: pair.private, public: pair.public, parsed };
}
