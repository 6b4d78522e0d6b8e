import type { Declared, Spelled } from "../lifecycle/declared";
import { isSingleton, type Live } from "../lifecycle/observe/live";
import { type Bookkeeping, nothingKept } from "../lifecycle/remember/bookkeeping";
import { maskedIn } from "../lifecycle/tell/mask";
import type { Told } from "../lifecycle/tell/told";
import type { Kind } from "../resources/kind";
import { secret, toWire, type Wire } from "./engine/wire";

/** Hidden inputs that the sdk's classes add; Pulumi shows no key that begins with `__`. */
export interface Hidden {
    readonly urn: string;
    readonly organization: string;
    /** Declared properties that are secrets: their values may stand in no text of ours. */
    readonly secrets: ReadonlySet<string>;
    /** Whether a change of that property replaces the object: the option `replaceOnChanges`. */
    readonly replacedBy: (property: string) => boolean;
    /** The resource is somebody else's, and is only looked at: `get`. */
    readonly isGet: boolean;
}

/** `outputs`: of the run before; what was a secret then still is one, also where the program no longer has it. */
export function hiddenOf(inputs: Wire, outputs: Wire = {}): Hidden {
    const secrets = [inputs.__secrets, outputs.__secrets].flatMap((names) =>
        Array.isArray(names) ? names.map(String) : [],
    );
    return {
        urn: typeof inputs.__urn === "string" ? inputs.__urn : "",
        organization: typeof inputs.__organization === "string" ? inputs.__organization : "",
        secrets: new Set(secrets),
        replacedBy: namedIn(inputs.__replacedBy),
        isGet: inputs.__get === true,
    };
}

/** Whether an option's list of properties names one as a whole, or all of them. */
export function namedIn(properties: unknown): (property: string) => boolean {
    const names = Array.isArray(properties) ? properties.map(String) : [];
    return (property) => names.includes(property) || names.includes("*");
}

/** The inputs as the program wrote them, without hidden keys. */
export function visible(properties: Wire): Wire {
    return Object.fromEntries(Object.entries(properties).filter(([key]) => !key.startsWith("__")));
}

/** What one resource remembers from run to run. */
export interface Remembered {
    /** The program's inputs when they were last applied. */
    readonly program: Wire;
    readonly kept: Bookkeeping;
}

/** What `outputs` built. What was imported by hand may have no memory: it owns nothing. */
export function rememberedOf(kind: Kind, outputs: Wire): Remembered {
    const settings = Object.fromEntries(
        [...SETTINGS, ...Object.keys(kind.exceptions)].flatMap((key) => (key in outputs ? [[key, outputs[key]]] : [])),
    );
    const values = outputs.__declared as Wire | undefined;
    const own = Object.entries(outputs).filter(([key]) => key in kind.fields);
    return {
        program: { ...settings, ...(values ?? Object.fromEntries(own)) },
        kept: {
            owned: outputs.__owned === true,
            added: (outputs.__added ?? nothingKept.added) as Bookkeeping["added"],
            previous: (outputs.__previous ?? nothingKept.previous) as Bookkeeping["previous"],
            written: (outputs.__written ?? nothingKept.written) as Bookkeeping["written"],
        },
    };
}

/** The hidden inputs among outputs, without what is memory. */
export function hiddenInputs(outputs: Wire): Wire {
    const names = ["__urn", "__organization", "__secrets", "__get", "__ignored", "__replacedBy", "__updates"];
    return Object.fromEntries(Object.entries(outputs).filter(([key]) => names.includes(key)));
}

/** Inputs that are not properties of the Exchange object. */
const SETTINGS = ["connection", "adopt", "listModes"];

/** The outputs: the inputs, what was observed, and what is remembered. Copies of a secret are stored as secrets. */
export function outputsOf(
    kind: Kind,
    inputs: Wire,
    declared: Declared,
    kept: Bookkeeping,
    live: Live | undefined,
    told: Told,
    mask: (text: string) => string,
): Wire {
    const { secrets } = hiddenOf(inputs);
    const copy = secrets.size > 0 ? secret : <T>(value: T) => value;
    // What is secret and never read again stands in no text but the mask's; of anything else, texts may hold what it was.
    const unread = [...secrets].every((name) => kind.fields[name]?.readable === false);
    const words = (value: unknown) => (unread ? maskedIn(value, mask) : copy(value));
    const spelled: Readonly<Record<string, Spelled>> = declared.spelled;
    return toWire({
        ...inputs,
        ...(live && !isSingleton(kind) && { guid: live.id, distinguishedName: words(live.distinguishedName) }),
        // As the last write left them: a refresh must not show a difference for what others did to other properties.
        ...(live && {
            whenChanged: inputs.whenChanged ?? live.whenChanged,
            originatingServer: inputs.originatingServer ?? live.originatingServer,
        }),
        ...Object.fromEntries(Object.entries(told).map(([name, value]) => [name, words(value)])),
        __declared: copy(spelled),
        __owned: kept.owned,
        __added: copy(kept.added),
        __previous: copy(kept.previous),
        __written: copy(kept.written),
    });
}
