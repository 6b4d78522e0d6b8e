/** Guards that the program can lift by naming them in `force`, and what their author takes upon himself. */
export const FORCEABLE = {
    G1: "TLS 1.0 or 1.1 go off although TLS 1.2 or the .NET values are not in place and active: .NET programs in Exchange may fail to connect",
    G2: "TLS 1.3 is switched on where Windows or Exchange do not support it",
    G3: "TLS 1.2 goes off, without which Exchange sends and takes no mail by TLS",
    G4: "TLS 1.0 or 1.1 go off on an Exchange that still needs them",
    G5: "no cipher suite is left that TLS 1.2 can use",
    G6: "curve25519 goes without both NistP384 and NistP256 in its place",
} as const;
export type Forceable = keyof typeof FORCEABLE;

/** Guards without an exception: Windows would not do it, or cannot hold it. */
export const FIXED = {
    G7: "group policy's list overrides the local one, so the cmdlets cannot change it",
    G8: "the policy's suite list is longer than 1023 characters",
} as const;

export type GuardCode = Forceable | keyof typeof FIXED;
