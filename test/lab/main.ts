import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type Lab, startLab } from "./lab.js";
import { issuedCertificate } from "./model/certificate.js";
import { PRESETS, type Preset } from "./model/presets.js";
import { RELEASES, type Release } from "./model/releases.js";
import { WINDOWS, type WindowsName } from "./windows/build.js";

/** Starts a lab and keeps it until Ctrl-C. */
async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            preset: { type: "string", default: "single" },
            foreign: { type: "string", default: "0" },
            port: { type: "string", default: "0" },
            seed: { type: "string", default: "1" },
            // Of the servers in their order, e.g. "2019 CU15,2016 CU23".
            release: { type: "string" },
            // Likewise, e.g. "WS2022,WS2016".
            windows: { type: "string" },
            // An Edge server that belongs to an organisation.
            subscribed: { type: "boolean", default: false },
            // Name on a certificate that every server has, e.g. "mail.contoso.com".
            certificate: { type: "string" },
        },
    });
    const lab = await startLab({
        preset: presetNamed(values.preset),
        foreignDomains: wholeNumber("foreign", values.foreign),
        port: wholeNumber("port", values.port),
        seed: wholeNumber("seed", values.seed),
        ...(values.release === undefined ? {} : { releases: values.release.split(",").map(releaseNamed) }),
        ...(values.windows === undefined ? {} : { windows: values.windows.split(",").map(windowsNamed) }),
        edgeSubscribed: values.subscribed,
    });
    if (values.certificate !== undefined) giveCertificate(lab, values.certificate);
    const { host, port, username, hostKey } = lab.connection;
    const servers = lab.organisation.servers.map(({ name }) => name).join(", ");
    console.log(
        `A pretend Exchange organisation is running: ${servers}. Ctrl-C ends it, "restart ${lab.organisation.servers[0]?.name}" starts a machine anew.\n`,
    );
    const exchangeServer = lab.organisation.servers[0]?.fqdn ?? "";
    for (const [key, value] of Object.entries({ host, port, username, hostKey, exchangeServer })) {
        console.log(`pulumi config set exchange-tls:${key} ${value}`);
    }
    console.log(`export EXCHANGE_TLS_PASSWORD='${lab.password}'`);
    const lines = createInterface({ input: process.stdin });
    lines.on("line", (line) => console.log(restarted(lab, line.trim())));
    const end = () => {
        lines.close();
        process.stdin.destroy();
        void lab.stop();
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
}

/** What SCHANNEL settings wait for: nobody else starts a pretend machine anew. */
function restarted({ organisation }: Lab, line: string): string {
    const [, wanted = ""] = /^restart +(\S+)$/i.exec(line) ?? [];
    const server = organisation.servers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (server === undefined) return 'Say "restart" and the name of a server.';
    organisation.reboot(server.name);
    return `${server.name} was started anew.`;
}

/** Of a public authority, for the name and its mail domain, good for ten years. */
function giveCertificate({ organisation, parts }: Lab, name: string): void {
    const [, domain = name] = name.split(/\.(.*)/s);
    const issued = issuedCertificate([name, domain], parts.clock.now(), parts.chance);
    for (const server of organisation.servers) organisation.certificates.put(server.name, issued);
}

function presetNamed(name: string): Preset {
    const preset = PRESETS.find((known) => known === name);
    if (preset === undefined) throw new Error(`--preset is one of ${PRESETS.join(", ")}.`);
    return preset;
}

function releaseNamed(name: string): Release {
    const known = Object.keys(RELEASES) as Release[];
    const release = known.find((other) => other === name.trim());
    if (release === undefined) throw new Error(`--release is some of ${known.join(", ")}.`);
    return release;
}

function windowsNamed(name: string): WindowsName {
    const known = Object.keys(WINDOWS) as WindowsName[];
    const windows = known.find((other) => other === name.trim());
    if (windows === undefined) throw new Error(`--windows is some of ${known.join(", ")}.`);
    return windows;
}

function wholeNumber(option: string, text: string): number {
    if (!/^\d+$/.test(text)) throw new Error(`--${option} is a whole number.`);
    return Number(text);
}

main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
});
