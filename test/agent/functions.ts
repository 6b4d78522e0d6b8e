import type { Node } from "web-tree-sitter";
import { nodesIn, textsOf } from "./grammar";

/** A function of a script, or the script's own top level; nodes of functions within it are left out. */
export interface Body {
    readonly name: string;
    /** In lower case, as all names of variables here. */
    readonly parameters: readonly string[];
    readonly nodes: readonly Node[];
}

/** The top level first. */
export function bodiesIn(root: Node): readonly Body[] {
    const functions = [...nodesIn(root)].filter(({ type }) => type === "function_statement");
    return [root, ...functions].map((node) => {
        const nodes = [...ownNodes(node, node)];
        const block = node === root ? undefined : nodes.find(({ type }) => type === "param_block");
        const name = node === root ? "" : (textsOf(node, "function_name")[0] ?? "");
        return { name, parameters: block === undefined ? [] : textsOf(block, "variable").map(bare), nodes };
    });
}

function* ownNodes(node: Node, body: Node): Generator<Node> {
    if (node !== body && node.type === "function_statement") return;
    yield node;
    for (const child of node.children) if (child !== null) yield* ownNodes(child, body);
}

function bare(variable: string): string {
    return variable.replace(/^[$@]/, "").toLowerCase();
}

/** The variables that are named anywhere, in texts that expand them too; `$env:X` and the like are none. */
export function variablesOf({ nodes }: Body): readonly string[] {
    const plain = textsOfType(nodes, "variable");
    const expanded = textsOfType(nodes, "expandable_string_literal").flatMap((text) => text.match(/\$[\w:]+/g) ?? []);
    return [...new Set([...plain, ...expanded].filter((text) => !text.includes(":")).map(bare))];
}

/** The variables that get a value: by `=`, by `foreach`, or as the parameter of a script block. */
export function assignedIn({ nodes }: Body): readonly string[] {
    const loops = nodes.filter(({ type }) => type === "foreach_statement").map((node) => textsOf(node, "variable")[0]);
    const targets = [...textsOfType(nodes, "left_assignment_expression"), ...loops, ...parametersIn(nodes)];
    return targets.filter((text) => text !== undefined && /^\$\w+$/.test(text)).map((text = "") => bare(text));
}

function parametersIn(nodes: readonly Node[]): string[] {
    return nodes.filter(({ type }) => type === "script_parameter").flatMap((node) => textsOf(node, "variable"));
}

function textsOfType(nodes: readonly Node[], type: string): string[] {
    return nodes.filter((node) => node.type === type).map(({ text }) => text);
}

export interface Call {
    readonly line: number;
    readonly command: string;
    /** What it hands over by name, or by a hashtable of the same body that is splatted. */
    readonly parameters: readonly string[];
}

export function callsIn({ nodes }: Body): readonly Call[] {
    return nodes
        .filter(({ type }) => type === "command")
        .map((node) => {
            const elements = node.children.flatMap((part) => (part?.type === "command_elements" ? part.children : []));
            const given = elements.flatMap((element) => {
                if (element?.type === "command_parameter") return [element.text.slice(1).toLowerCase()];
                return element?.text.startsWith("@") ? keysOf(bare(element.text), nodes) : [];
            });
            const [command = ""] = textsOf(node, "command_name");
            return { line: node.startPosition.row + 1, command, parameters: given };
        });
}

/** The keys of the hashtable that a variable is made with. */
function keysOf(variable: string, nodes: readonly Node[]): readonly string[] {
    const made = (node: Node) =>
        node.type === "assignment_expression" && node.text.toLowerCase().startsWith(`$${variable} = @{`);
    const assignment = nodes.find(made);
    const table = assignment && [...nodesIn(assignment)].find(({ type }) => type === "hash_literal_body");
    const entries = table?.children.filter((child) => child?.type === "hash_entry") ?? [];
    return entries.flatMap((entry) =>
        entry === null ? [] : (textsOf(entry, "key_expression")[0] ?? "").toLowerCase(),
    );
}
