let stream = process.stdout;

/** Chooses where the lines of set-up go. */
export function speakOn(other) {
    stream = other;
}

/** One plain line. */
export function say(line) {
    stream.write(`${line}\n`);
}

/** Shows that something long is alive: a rewritten line on a terminal, a new line every 15 s elsewhere (CI logs). */
export function progress(label) {
    const began = Date.now();
    const seconds = () => Math.round((Date.now() - began) / 1000);
    const terminal = stream.isTTY;
    const show = () => stream.write(terminal ? `\r    ${label}: ${seconds()} s` : `    ${label}: ${seconds()} s\n`);
    const timer = setInterval(show, terminal ? 1000 : 15_000);
    return {
        stop() {
            clearInterval(timer);
            if (terminal) {
                stream.write("\r\x1b[K");
            }
            return seconds();
        },
    };
}
