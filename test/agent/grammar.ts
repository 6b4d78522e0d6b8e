import { Language, type Node, Parser } from "web-tree-sitter";

let parser: Promise<Parser> | undefined;

async function load(): Promise<Parser> {
    await Parser.init();
    const language = await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm"));
    const loaded = new Parser();
    loaded.setLanguage(language);
    return loaded;
}

/** The syntax tree of a PowerShell script; a script with mistakes has one too, see {@link mistakesIn}. */
export async function parsePowerShell(text: string): Promise<Node> {
    parser ??= load();
    const tree = (await parser).parse(text);
    if (tree === null) {
        throw new Error("The parser gave no tree");
    }
    return tree.rootNode;
}

/** Every node of the tree, in the order of the text. */
export function* nodesIn(node: Node): Generator<Node> {
    yield node;
    for (const child of node.children) {
        if (child !== null) {
            yield* nodesIn(child);
        }
    }
}

/** The texts of all nodes of one type. */
export function textsOf(root: Node, type: string): string[] {
    return [...nodesIn(root)].filter((node) => node.type === type).map((node) => node.text);
}

/** Where the grammar found no way to read the text. */
export function mistakesIn(root: Node): string[] {
    return [...nodesIn(root)]
        .filter((node) => node.isError || node.isMissing)
        .map((node) => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
}
