import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where Pulumi's npm package keeps pulumi-resource-pulumi-nodejs, the plugin that runs dynamic providers. */
export const sdkFolder = path.join(root, "node_modules", "@pulumi", "pulumi");

/** The project's own cache: outside the checkout, so that a second clone finds what the first one obtained. */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
    const base = {
        darwin: () => path.join(home, "Library", "Caches"),
        win32: () => env.LOCALAPPDATA || path.join(home, "AppData", "Local"),
    }[platform];
    return path.join(base ? base() : env.XDG_CACHE_HOME || path.join(home, ".cache"), "pulumi-exchange-tls");
}
