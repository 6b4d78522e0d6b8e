import { type Argument, type Arguments, Hashtable, isList } from "./cmdlets/argument.js";
import type { CmdletContext, LiveObject } from "./cmdlets/context.js";
import type { ErrorRecord } from "./cmdlets/error-record.js";
import { runCmdlet } from "./cmdlets/run.js";

/** What {@link Console.run} throws. */
export class ConsoleError extends Error {
    constructor(readonly record: ErrorRecord) {
        super(record.message);
    }
}

/** An argument as a test writes it; `{ Add, Remove }` is a hashtable. */
export type TypedArgument = Argument | { readonly Add?: readonly string[]; readonly Remove?: readonly string[] };

/** A hand at the server's own shell. The meter does not see it. */
export class Console {
    constructor(private readonly context: CmdletContext) {}

    /** Runs one cmdlet and returns its objects; throws {@link ConsoleError}. Nobody answers prompts here either. */
    run(cmdlet: string, typed: Readonly<Record<string, TypedArgument>> = {}): readonly LiveObject[] {
        const given: Arguments = Object.fromEntries(
            Object.entries(typed).map(([name, argument]) => [name, argumentOf(argument)]),
        );
        const outcome = runCmdlet(cmdlet, given, this.context);
        if (outcome.error !== null) throw new ConsoleError(outcome.error);
        return outcome.objects;
    }
}

function argumentOf(typed: TypedArgument): Argument {
    if (typed === null || typeof typed !== "object" || isList(typed as Argument)) return typed as Argument;
    const isPlain = Object.getPrototypeOf(typed) === Object.prototype;
    return isPlain ? new Hashtable(typed as Record<string, readonly string[]>) : (typed as Argument);
}
