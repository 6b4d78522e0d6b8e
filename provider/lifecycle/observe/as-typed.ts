import type { Field } from "../../resources/field";
import type { Kind } from "../../resources/kind";
import { type Live, textsOf } from "./live";

/** Canonical value or entry → the text that the server shows for it. */
export type Texts = Readonly<Record<string, string>>;

/** The texts of a property that mean the same as what we would write, and are spelled otherwise. */
export function typedTexts({ type, flags, parameter }: Field, { wire }: Live): Texts {
    const shown = wire[parameter];
    if (type.asTyped === undefined || flags !== undefined || shown === undefined) return {};
    const texts = [...textsOf(shown, type.parse)].filter(
        // An address in brackets is how servers show a smart host; that they take it so, no source says (sheet, 2.5).
        ([canonical, text]) => type.parse(text).ok && text !== type.print(canonical) && !text.startsWith("["),
    );
    return Object.fromEntries(texts.map(([canonical, text]) => [String(canonical), text]));
}

/** In which texts a value is sent: the server's own for what is there, else those in which somebody typed it before us. */
export function textsToSend(field: Field, before: Texts | undefined, live: Live): Texts {
    return { ...before, ...typedTexts(field, live) };
}

/** Of every property of an object that has such texts. */
export function allTypedTexts(kind: Kind, live: Live): Readonly<Record<string, Texts>> {
    const all = Object.entries(kind.fields).map(([name, field]) => [name, typedTexts(field, live)] as const);
    return Object.fromEntries(all.filter(([, texts]) => Object.keys(texts).length > 0));
}
