import * as ts from "typescript";

/** One resource that a program declares. */
export interface DeclaredResource {
    readonly kind: string;
    readonly name: string;
    readonly args: Record<string, unknown>;
}

/** Runs the text of a program with classes that only note what they are given. */
export function declaredBy(program: string): readonly DeclaredResource[] {
    const { outputText, diagnostics = [] } = ts.transpileModule(program, {
        compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
        reportDiagnostics: true,
    });
    if (diagnostics.length > 0) throw new Error(diagnostics.map((one) => String(one.messageText)).join("; "));
    const declared: DeclaredResource[] = [];
    const classes = new Proxy(
        {},
        {
            get: (_, kind) =>
                class {
                    constructor(name: string, args: Record<string, unknown>) {
                        declared.push({ kind: String(kind), name, args });
                    }
                },
        },
    );
    new Function("require", "exports", outputText)(() => classes, {});
    return declared;
}
