import type { AgentCall, CallResult, RegistryCall, RegistryKind, WireObject } from "../../../provider/session/frames";

export interface StoredValue {
    readonly kind: RegistryKind;
    readonly data: number | string | readonly string[];
}
type Key = Map<string, StoredValue>;

const HOUR = 3_600_000;
const DENIED: CallResult = {
    ok: false,
    error: { code: "Registry", message: "Requested registry access is not allowed.", transient: false },
};

/** A server in a map: registry, TLS cmdlets, a clock and a boot. It keeps what was written, byte for byte. */
export class TestServer {
    /** By path in lower case, with the path as it was first written. */
    readonly #keys = new Map<string, { readonly path: string; readonly values: Key }>();
    /** Keys in lower case that nobody may touch, and that nobody may read. */
    readonly denied = new Set<string>();
    readonly hidden = new Set<string>();
    now = Date.UTC(2026, 0, 10, 12);
    bootedAt = this.now - 240 * HOUR;
    /** Results of writing calls. */
    writes = 0;
    suites: string[] | undefined;

    constructor(build: number, suites?: readonly string[]) {
        this.set(64, "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "CurrentBuild", "String", String(build));
        this.set(64, "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion", "UBR", "DWord", 4242);
        this.set(64, "SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full", "Release", "DWord", 528_049);
        for (const view of [64, 32] as const) {
            for (const version of ["v4.0.30319", "v2.0.50727"]) {
                this.set(view, `SOFTWARE\\Microsoft\\.NETFramework\\${version}`, "OnlyOurs", "String", "keep me");
            }
            this.set(view, "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319\\SKUs", "Client", "String", "keep me");
        }
        for (const view of [64, 32] as const) {
            this.set(view, "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings", undefined);
            this.set(view, "SOFTWARE\\Policies\\Microsoft", undefined);
        }
        this.set(64, "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL", "EventLogging", "DWord", 1);
        this.set(64, "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Ciphers", undefined);
        if (suites === undefined) return;
        this.suites = [...suites];
        this.set(64, LOCAL, "Functions", "MultiString", this.suites);
        this.set(64, LOCAL, "EccCurves", "MultiString", ["curve25519", "NistP256", "NistP384"]);
    }

    set(
        view: 64 | 32,
        key: string,
        name: string | undefined,
        kind: RegistryKind = "DWord",
        data: StoredValue["data"] = 0,
    ) {
        const parts = key.split("\\");
        parts.forEach((_, index) => {
            const path = id(view, parts.slice(0, index + 1).join("\\"));
            if (!this.#find(path)) this.#keys.set(path.toLowerCase(), { path, values: new Map() });
        });
        if (name === undefined) return;
        const values = this.#find(id(view, key)) as Key;
        values.set([...values.keys()].find((one) => same(one, name)) ?? name, { kind, data });
    }

    get(view: 64 | 32, key: string, name: string): StoredValue | undefined {
        const values = this.#find(id(view, key));
        return [...(values ?? [])].find(([one]) => same(one, name))?.[1];
    }

    delete(view: 64 | 32, key: string, name: string) {
        const values = this.#find(id(view, key));
        for (const one of [...(values?.keys() ?? [])]) if (same(one, name)) values?.delete(one);
    }

    hasKey(view: 64 | 32, key: string): boolean {
        return this.#find(id(view, key)) !== undefined;
    }

    /** Everything, comparable. */
    dump(): unknown {
        const keys = [...this.#keys.values()]
            .map(({ path, values }) => [path, [...values].sort(byName)] as const)
            .sort(byName);
        return { keys, suites: this.suites };
    }

    restart() {
        this.now += HOUR;
        this.bootedAt = this.now;
        this.now += HOUR / 60;
    }

    run(calls: readonly AgentCall[]): CallResult[] {
        return calls.map((call) => {
            this.now += 5;
            if ("reg" in call) return this.#registry(call);
            if ("machine" in call) return done([this.#machine()]);
            if ("cmd" in call) return this.#cmdlet(call.cmd, call.par);
            throw new Error(`nobody may call ${JSON.stringify(call)}`);
        });
    }

    #machine(): WireObject {
        const text = (time: number) => new Date(time).toISOString();
        return { Computer: "EX01", LastBootUpTime: text(this.bootedAt), Now: text(this.now) };
    }

    #registry(call: RegistryCall): CallResult {
        if (this.denied.has(call.key.toLowerCase())) return DENIED;
        if (call.reg === "get" && this.hidden.has(call.key.toLowerCase())) return DENIED;
        const path = id(call.view, call.key);
        if (call.reg === "get") {
            const values = this.#find(path);
            if (values === undefined) return done([{ Exists: false }]);
            return done([{ Exists: true, SubKeys: this.#children(path) }, ...[...values].map(row)]);
        }
        this.writes += 1;
        if (call.reg === "set") {
            const before = new Set(this.#keys.keys());
            this.set(call.view, call.key, call.name, call.kind, call.data);
            const made = [...this.#keys.keys()]
                .filter((one) => !before.has(one))
                .map((one) => `HKLM\\${this.#keys.get(one)?.path.slice(3)}`);
            return done([{ Name: call.name, Kind: call.kind, Data: call.data, CreatedKeys: made }]);
        }
        if (call.name !== undefined) {
            this.delete(call.view, call.key, call.name);
            return done([{ Exists: false }]);
        }
        const empty = this.#find(path)?.size === 0 && this.#children(path).length === 0;
        if (empty) this.#keys.delete(path.toLowerCase());
        return done([{ Deleted: empty || this.#find(path) === undefined }]);
    }

    #cmdlet(cmd: string, par: Readonly<Record<string, unknown>>): CallResult {
        const lists = cmd.includes("EccCurve") ? this.#curves() : this.#suites();
        if (lists === undefined) {
            const message = `The term '${cmd}' is not recognized`;
            return {
                ok: false,
                error: { code: "Cmdlet", message, reason: "CommandNotFoundException", transient: false },
            };
        }
        if (cmd.startsWith("Get-")) return done(lists.map((Name) => ({ Name })));
        this.writes += 1;
        const name = String(par.Name);
        const at = lists.indexOf(name);
        // Nobody documents what enabling an enabled one does, so nobody may rely on it.
        if (cmd.startsWith("Enable-") === at >= 0) throw new Error(`${cmd} ${name}: it already is so`);
        if (at >= 0) lists.splice(at, 1);
        else lists.splice(Number(par.Position), 0, name);
        if (lists.length === 0) throw new Error(`${cmd} left an empty list`);
        const value = cmd.includes("EccCurve") ? "EccCurves" : "Functions";
        this.set(64, LOCAL, value, "MultiString", [...lists]);
        if (value === "Functions") this.suites = lists;
        return done([]);
    }

    #suites(): string[] | undefined {
        const policy = this.get(64, POLICY, "Functions")?.data;
        return typeof policy === "string" ? policy.split(",") : this.suites && [...this.suites];
    }

    #curves(): string[] {
        const data = this.get(64, LOCAL, "EccCurves")?.data;
        return Array.isArray(data) ? [...data] : ["curve25519", "NistP256", "NistP384"];
    }

    #children(path: string): string[] {
        const prefix = `${path.toLowerCase()}\\`;
        const below = [...this.#keys].filter(([one]) => one.startsWith(prefix)).map(([, { path: one }]) => one);
        return [...new Set(below.map((one) => one.slice(prefix.length).split("\\")[0] as string))].sort();
    }

    #find(path: string): Key | undefined {
        return this.#keys.get(path.toLowerCase())?.values;
    }
}

export const LOCAL = "SYSTEM\\CurrentControlSet\\Control\\Cryptography\\Configuration\\Local\\SSL\\00010002";
export const POLICY = "SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002";
export const SCH = "SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL";
export const NET = "SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";

function id(view: 64 | 32, key: string): string {
    // Only SOFTWARE has two faces.
    return `${key.toUpperCase().startsWith("SOFTWARE") ? view : 64}:${key}`;
}

function same(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}

function row([Name, { kind, data }]: [string, StoredValue]): WireObject {
    return { Name, Kind: kind, Data: data };
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
    return a[0] < b[0] ? -1 : 1;
}

function done(out: readonly WireObject[]): CallResult {
    return { ok: true, out, warnings: [], ms: 1 };
}
