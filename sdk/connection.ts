import type * as pulumi from "@pulumi/pulumi";

/**
 * How the provider reaches one organisation: SSH to a Windows machine (an Exchange server or a management host), and
 * from there the Exchange cmdlets. It stands in the state, so it holds no secret: passwords and keys are *named* here
 * and read from the environment, a file or an ssh-agent when the provider runs.
 */
export interface Connection {
    /** Name or address of the machine that runs the agent, e.g. `ex01.contoso.com`. */
    host: string;
    /** SSH port, 1 to 65535. Default 22. */
    port?: number;
    /** Account to log on with, e.g. `CONTOSO\svc-tls`. */
    username: string;
    /**
     * Fingerprint of the server's SSH host key, `SHA256:` + base64, as `ssh-keygen -lf` prints it; several where the
     * server has several keys. Any other key is refused before a password is sent. There is no default.
     */
    hostKey: string | string[];
    /** Environment variable that holds the password. Default `EXCHANGE_TLS_PASSWORD`. */
    passwordEnv?: string;
    /** File that holds the password (one trailing line end is ignored). Taken when the variable is not set. */
    passwordFile?: string;
    /** Private key file (OpenSSH or PEM). A key logon reaches the directory only with `exchange.username` (see there). */
    privateKeyFile?: string;
    /** Environment variable that holds the passphrase of `privateKeyFile`. Default `EXCHANGE_TLS_PASSPHRASE`. */
    passphraseEnv?: string;
    /** Use the ssh-agent at `SSH_AUTH_SOCK`. Default false. */
    sshAgent?: boolean;
    /** Where the Exchange cmdlets come from. Default: remote PowerShell of `host`, Kerberos, own identity. */
    exchange?: ExchangeSession;
    /**
     * Directory on the server that receives the agent script; only administrators may be able to write there.
     * Forward slashes, no spaces. Default `C:/ProgramData/ssh/pulumi-exchange-tls`.
     */
    agentDirectory?: string;
    /** A pre-installed agent script, started instead of an uploaded one after its hash was checked. */
    agentPath?: string;
    /** Seconds until a connection attempt is given up, 1 to 300. Default 10. */
    connectTimeout?: number;
    /** Seconds until one call of a cmdlet is given up, 10 to 3600. Default 120. */
    callTimeout?: number;
}

/** Where the Exchange cmdlets come from. */
export interface ExchangeSession {
    /**
     * `remote` (default): the server's `/PowerShell/` endpoint, with RBAC and audit. `snapin`: the local snap-in, the
     * only way on an Edge server. `module`: a module file in a process of its own, for the lab and for tests.
     */
    kind?: "remote" | "snapin" | "module";
    /** FQDN of the Exchange server whose endpoint is used. Default: `host` of the connection. */
    server?: string;
    /** Authentication of the endpoint. Default `Kerberos`. */
    authentication?: "Kerberos" | "Negotiate" | "Basic" | "Default";
    /**
     * Service account for the endpoint, needed after a key logon (which has no network credentials). Default: the
     * identity of the SSH logon.
     */
    username?: string;
    /** Environment variable that holds the service account's password. Default `EXCHANGE_TLS_SERVICE_PASSWORD`. */
    passwordEnv?: string;
    /** File that holds the service account's password. Taken when the variable is not set. */
    passwordFile?: string;
    /** Name of the snap-in for `snapin`. Default `Microsoft.Exchange.Management.PowerShell.SnapIn`. */
    snapin?: string;
    /** Path of the module for `module`. */
    modulePath?: string;
    /**
     * FQDN of the domain controller that all calls of a run go through, so that what was written is seen by the next
     * reading. Default: the one that answers first. Not on Edge servers.
     */
    domainController?: string;
    /** Addresses of the Exchange servers, single, `low-high` or CIDR, for the rule that guards mail between them (R28). */
    serverAddresses?: string[];
    /** Addresses of load balancers in front of the Exchange servers, for the same rule. */
    loadBalancers?: string[];
}

/** {@link Connection} as a program may write it. */
export type ConnectionArgs = { [Key in keyof Connection]: pulumi.Input<pulumi.Unwrap<Connection[Key]>> };
