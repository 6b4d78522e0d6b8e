const again = "then run the same command again";

const causes = [
    [/spawn npm|not recognized/i, `install Node.js together with npm (npm is not on PATH), ${again}`],
    [/ENOSPC|no space left/i, `make room on the disk (npm's own cache too: \`npm cache clean --force\`), ${again}`],
    [
        /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i,
        `check the network, and the proxy and registry that npm uses (\`npm config list\`), ${again}`,
    ],
    [/E401|E403|ENEEDAUTH/i, `log in to the registry that npm uses (\`npm config list\`), ${again}`],
    [/CERT|self.signed/i, `give npm your organisation's root certificate (NODE_EXTRA_CA_CERTS), ${again}`],
    [/EACCES|EPERM|EROFS/i, `make the checkout and npm's cache writable for this user, ${again}`],
    [/EUSAGE|in sync/i, `run \`npm install\`, look at the change in package-lock.json, ${again}`],
    [/EINTEGRITY/i, `run \`npm cache verify\`, ${again}; if it stays, a package is not what the lock file says`],
];

/** The next action after npm failed with this output. */
export function nextAfterNpm(output) {
    const cause = causes.find(([sign]) => sign.test(output));
    return cause?.[1] ?? `run \`npm ci\` by hand to see all it says, ${again}`;
}

/** npm says the reason first and its usage after it: the first lines, without the warnings. */
export function npmReason(output) {
    const lines = output.split("\n").filter((line) => !/^npm (warn|error)\s*$|^npm warn/.test(line));
    return lines
        .slice(0, 8)
        .map((line) => `    ${line}`)
        .join("\n");
}
