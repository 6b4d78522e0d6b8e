import type { Switches } from "../switches.js";

/**
 * The text in the language of the server. `about` is the exception's short name, `unmodified` or `warning`. All German texts are
 * synthetic: what is quoted in the English one comes again, the rest is of our own.
 */
export function localised(text: string, about: string, { language }: Readonly<Switches>): string {
    if (language === "en") return text;
    const [mark = ""] = /^\[synthetic[^\]]*\]/.exec(text) ?? [];
    const [first = "", second = ""] = [...text.matchAll(QUOTED)].map(([, single, double]) => single ?? double ?? "");
    const german = GERMAN.find(([pattern]) => pattern.test(about))?.[1](first, second) ?? "";
    return mark === "" ? german : `${mark} ${german}`;
}

/** What stands in quotation marks; an apostrophe within a word is none. */
const QUOTED = /(?<!\p{L})'((?:[^']|(?<=\p{L})'(?=\p{L}))*)'|"([^"]*)"/gu;

type Sentence = (first: string, second: string) => string;

const GERMAN: readonly (readonly [RegExp, Sentence])[] = [
    [
        /^unmodified$/,
        (what) => `Der Befehl wurde erfolgreich ausgeführt, für "${what}" wurden jedoch keine Einstellungen geändert.`,
    ],
    [
        /^ManagementObjectNotFound/,
        (what, where) => `Der Vorgang konnte nicht ausgeführt werden, da das Objekt '${what}' auf '${where}' fehlt.`,
    ],
    [
        /^ManagementObjectAmbiguous/,
        (what) => `Der Vorgang konnte nicht ausgeführt werden: Für '${what}' gibt es mehrere mögliche Einträge.`,
    ],
    [/AlreadyExists/, (what) => `Fehler bei einem Active Directory-Vorgang: '${what}' gibt es bereits (unzulässig).`],
    [/^ADNoSuchObject/, (what) => `Fehler bei einem Active Directory-Vorgang: '${what}' ist nicht verfügbar.`],
    [/^ADScope/, (what) => `'${what}' gehört nicht zu Ihren aktuellen Schreibbereichen; Änderung unmöglich.`],
    [/^ADOperation/, () => "Fehler bei einem Active Directory-Vorgang. Zusätzliche Informationen: Zugriff verweigert."],
    [/^CommandNotFound/, (what) => `Die Benennung "${what}" wurde nicht als Name eines ausführbaren Befehls erkannt.`],
    [/Transformation/, (what) => `Argumenttransformation für Parameter "${what}" nicht möglich: Wert ungültig.`],
    [/^ParameterBinding/, (what) => `Das Argument lässt sich nicht an den Parameter "${what}" binden: ungültig.`],
    [/^HostException/, () => "Der Host unterstützt keine Rückfragen; der Befehl benötigt eine Bestätigung."],
    [/^DataValidation/, () => "Überprüfungsfehler: Die Werte verstoßen gegen eine Regel und wurden zurückgewiesen."],
    [/^warning$/, (what) => `Hinweis: Beim Ausführen ist für "${what}" etwas zu berücksichtigen.`],
    [/./, (what) => `Der Vorgang ließ sich für '${what}' nicht ausführen.`],
];
