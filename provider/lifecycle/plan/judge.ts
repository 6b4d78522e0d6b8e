import type { Around, Case } from "../../resources/case";
import type { Kind } from "../../resources/kind";
import { type CrossRule, type Finding, NotChecked, type Rule } from "../../resources/rule";
import type { FieldValues } from "../../resources/values";
import type { Live } from "../observe/live";

/** Why a plan may not be carried out. */
export interface Refusal {
    /** Code of the rule, or `Exists`, `Required`, `Unreadable`, `Version`, `BuiltIn`. */
    readonly code: string;
    readonly message: string;
    /** A property that must not be declared, whatever its value is. */
    readonly leaveOut?: string;
}

/** Code of a refusal to write where nobody has tried this. */
export const UNKNOWN_VERSION = "UnknownVersion";

/** What the rules say of one plan. */
export interface Verdict {
    readonly refusals: readonly Refusal[];
    readonly warnings: readonly string[];
}

interface Coded extends Finding {
    readonly code: string;
}

/** A live object as rules see it. */
export function subjectOf(kind: Kind, { name, server, values, wire }: Live, declared: FieldValues) {
    return { name, server, values, live: values, wire, declared, builtIn: kind.isBuiltIn(name, server) };
}

/** The rules that the program breaks whatever is live. */
export function judgeInputs(kind: Kind, declared: FieldValues, exceptions: ReadonlySet<string>): Verdict {
    return verdictOf([...kind.rules, ...kind.inputRules].flatMap((rule) => broken(rule, declared, exceptions)));
}

/**
 * All rules for an object as it would be. What it breaks already as it is, Exchange has accepted, and this change does not
 * cause it: it is told as a warning, so that an unrelated property can still be changed. So is everything about an object
 * that is not changed at all.
 */
export function judge(
    kind: Kind,
    { live, values, action, ...rest }: Omit<Case, "around">,
    around: Around | undefined,
    exceptions: ReadonlySet<string>,
): Verdict {
    const own = kind.rules.flatMap((rule) => {
        const was = live ? broken(rule, live, exceptions) : [];
        return broken(rule, values, exceptions).map(was.length > 0 ? asWarning : same);
    });
    const cross =
        around &&
        kind.crossRules.flatMap((rule) => {
            const found = (values: FieldValues) =>
                findings(rule, { ...rest, live, action, values, around }, exceptions);
            const was = live && rule.enforced === undefined ? found(live) : [];
            // What was only unwise before, and is an error now, this change has caused.
            const isOld = ({ severity, text }: Coded) =>
                was.some((one) => one.severity === severity && one.text === text);
            return found(values).map((one) => (isOld(one) ? asWarning(one) : one));
        });
    return verdictOf([...own, ...(cross ?? [])].map(action === "none" ? asWarning : same));
}

function broken(rule: Rule, values: FieldValues, exceptions: ReadonlySet<string>): readonly Coded[] {
    return !lifted(rule, exceptions) && rule.when(values) ? [rule] : [];
}

function findings(rule: CrossRule, subject: Case, exceptions: ReadonlySet<string>): readonly Coded[] {
    if (lifted(rule, exceptions)) return [];
    const { code } = rule;
    try {
        return rule.find(subject).map((finding) => ({ ...finding, code }));
    } catch (error) {
        if (!(error instanceof NotChecked)) throw error;
        return [{ code, severity: "warning", text: `not checked: ${error.message}` }];
    }
}

function lifted({ exception }: { readonly exception?: string }, exceptions: ReadonlySet<string>): boolean {
    return exception !== undefined && exceptions.has(exception);
}

function asWarning(finding: Coded): Coded {
    return { code: finding.code, text: finding.text, severity: "warning" };
}

function same(finding: Coded): Coded {
    return finding;
}

function verdictOf(findings: readonly Coded[]): Verdict {
    const texts = (severity: Finding["severity"]) =>
        findings
            .filter((one) => one.severity === severity)
            .map(({ code, text, leaveOut }) => ({ code, message: `${text} (${code})`, ...(leaveOut && { leaveOut }) }));
    return { refusals: texts("error"), warnings: [...new Set(texts("warning").map(({ message }) => message))] };
}
