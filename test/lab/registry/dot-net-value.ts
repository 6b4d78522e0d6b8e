/** A value with the .NET type that it has in a caller's hands. */
export type DotNetValue =
    | { readonly type: "Int32" | "UInt32"; readonly value: number }
    | { readonly type: "Int64"; readonly value: bigint }
    | { readonly type: "String"; readonly value: string }
    | { readonly type: "String[]"; readonly value: readonly string[] }
    | { readonly type: "Byte[]"; readonly value: Buffer };

export const int32 = (value: number): DotNetValue => ({ type: "Int32", value });
export const uint32 = (value: number): DotNetValue => ({ type: "UInt32", value });
export const int64 = (value: bigint): DotNetValue => ({ type: "Int64", value });
export const text = (value: string): DotNetValue => ({ type: "String", value });
export const texts = (value: readonly string[]): DotNetValue => ({ type: "String[]", value });
export const bytes = (value: Buffer): DotNetValue => ({ type: "Byte[]", value });

/** An exception of .NET or of PowerShell: `name` is its short name. Messages are synthetic. */
export class DotNetException extends Error {
    constructor(
        override readonly name: string,
        message: string,
        /** As PowerShell's error record has it. */
        readonly category = "NotSpecified",
    ) {
        super(`[synthetic] ${message}`);
    }
}
