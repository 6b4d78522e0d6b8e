// The first thing that runs after `git clone`. It parses on any Node that knows modules, so that an old one gets a
// sentence instead of a syntax error; everything else is imported after the check.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This project needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
    console.error("Next: install a current Node.js (for example `nvm install 22`), then run the same command again.");
    process.exitCode = 1;
} else {
    const { main } = await import("./main.mjs");
    process.exitCode = await main(process.argv.slice(2));
}
