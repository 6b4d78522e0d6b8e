const causes = [
    [
        /no such host|dial tcp|timeout|connection refused|module lookup disabled/i,
        "it cannot download modules; check the network and `go env GOPROXY`",
    ],
    [
        /checksum mismatch|SECURITY ERROR/i,
        "a module is not what the committed sums say; do not go on, ask who serves it",
    ],
    [/requires go|toolchain|invalid go version|unknown directive/i, "this Go is too old; install a current one"],
    [/ended after/, "it took too long; a second run goes on where this one stopped"],
];

/** Why Go failed, in one line. */
export function reasonOf(output) {
    const cause = causes.find(([sign]) => sign.test(output));
    // Go puts the paths first and the point last.
    const line = output.split("\n").filter(Boolean).at(-1)?.slice(-200) ?? "it gave no reason";
    return cause ? `${cause[1]} (${line})` : line;
}
