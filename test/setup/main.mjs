import { cliEnvironment, pathLine } from "./environment.mjs";
import { Fault, Interrupted } from "./fault.mjs";
import { asFault } from "./file-fault.mjs";
import { interruptible } from "./interrupt.mjs";
import { root } from "./places.mjs";
import { runDemo } from "./run-demo.mjs";
import { runTests } from "./run-tests.mjs";
import { say, speakOn } from "./say.mjs";
import { setUp } from "./set-up.mjs";

const usage = `Usage: node test/setup/run.mjs <command>
  setup           dependencies, build and Pulumi CLI, nothing more
  env             the same, then the line that puts them on this shell's PATH
  test [...]      the same, then the linter and the tests; a path fragment or mocha's options narrow them
  demo [...]      the same, then the demonstration`;

const commands = {
    setup: () => 0,
    env: (cli) => {
        console.log(pathLine(cli));
        return 0;
    },
    test: (cli, args) => runTests(cliEnvironment(cli), args),
    demo: (cli, args) => runDemo(cliEnvironment(cli), args),
};

/** Runs one command line and gives the exit code. */
export async function main([name = "", ...args]) {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) {
        console.error(usage);
        return 2;
    }
    // `env` is made for eval "$(…)": its standard output holds the one line and nothing else.
    if (name === "env") {
        speakOn(process.stderr);
    }
    process.chdir(root);
    interruptible();
    try {
        return await command(await setUp(), args);
    } catch (error) {
        return explain(asFault(error));
    }
}

function explain(error) {
    if (error instanceof Interrupted) {
        say("Interrupted. Run the same command again to go on.");
        return error.exitCode;
    }
    // A bug of ours has no next action to name: its stack is what helps.
    console.error(error instanceof Fault ? `\n${error.message}\nNext: ${error.next}` : error);
    return 1;
}
