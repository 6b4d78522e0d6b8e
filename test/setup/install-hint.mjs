const commands = {
    darwin: "brew install pulumi/tap/pulumi",
    win32: "winget install pulumi",
};

/** The command that installs Pulumi on this system. */
export function installHint(platform = process.platform) {
    const command = commands[platform] ?? "curl -fsSL https://get.pulumi.com | sh";
    return `install Pulumi with \`${command}\` (or Go 1.21 or newer, to build it), then run the same command again`;
}
