/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The same table with columns of equal width, as the formatter leaves it. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)));
    const pad = (cells: readonly string[]) => cells.map((cell, at) => cell.padEnd(widths[at] ?? 0));
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(pad(head)), line(widths.map((width) => "-".repeat(width))), ...rows.map((row) => line(pad(row)))].join(
        "\n",
    );
}
