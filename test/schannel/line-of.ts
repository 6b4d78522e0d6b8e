import type { MeteredCall } from "../lab/index.js";
import type { Contents } from "./contents";

/** A write call as the preview has to tell it, from what was there before. */
export function lineOf({ cmd, par }: MeteredCall, before: Contents): string {
    const root = par.view === 32 ? String(par.key).replace(/^SOFTWARE\\/, "SOFTWARE\\Wow6432Node\\") : String(par.key);
    if (par.name === undefined) return `HKLM\\${root}: the key is removed, empty as it is then`;
    const place = `HKLM\\${root}  ${par.name}`;
    return `${place}: ${wordsOf(before.get(place))} -> ${cmd === "reg delete" ? "absent" : numberWords(par)}`;
}

function numberWords({ kind, data }: MeteredCall["par"]): string {
    const number = Number(data);
    return `${kind} ${number}${number > 9 ? ` (0x${number.toString(16)})` : ""}`;
}

function wordsOf(text: string | undefined): string {
    if (text === undefined) return "absent";
    const [kind, hex] = text.split(" ");
    return numberWords({ kind, data: Number(hex) });
}
