/** Binding refused an argument: PowerShell's own errors, before the cmdlet runs. Rows of the error-shapes sheet. */
export class BindingFailure extends Error {
    constructor(
        readonly id: string,
        readonly category: "InvalidArgument" | "InvalidData" | "NotImplemented",
        readonly reason: string,
        message: string,
    ) {
        super(message);
    }
}

export function unknownParameter(name: string): BindingFailure {
    const message = `A parameter cannot be found that matches parameter name '${name}'.`;
    return new BindingFailure("NamedParameterNotFound", "InvalidArgument", "ParameterBindingException", message);
}

export function missingMandatory(names: readonly string[]): BindingFailure {
    const message = `Cannot process command because of one or more missing mandatory parameters: ${names.join(" ")}.`;
    return new BindingFailure("MissingMandatoryParameter", "InvalidArgument", "ParameterBindingException", message);
}

export function ambiguousParameterSet(): BindingFailure {
    const message = "Parameter set cannot be resolved using the specified named parameters.";
    return new BindingFailure("AmbiguousParameterSet", "InvalidArgument", "ParameterBindingException", message);
}

export function notConvertible(parameter: string, why: string): BindingFailure {
    return new BindingFailure(
        "ParameterArgumentTransformationError",
        "InvalidData",
        "ParameterBindingArgumentTransformationException",
        `Cannot process argument transformation on parameter '${parameter}'. ${why}`,
    );
}

/** `kind` is the end of the id: `EmptyStringNotAllowed`, `EmptyCollectionNotAllowed`, `NullNotAllowed` or nothing. */
export function notValid(parameter: string, kind: string, why: string): BindingFailure {
    return new BindingFailure(
        `ParameterArgumentValidationError${kind}`,
        "InvalidData",
        "ParameterBindingValidationException",
        `Cannot bind argument to parameter '${parameter}' because ${why}.`,
    );
}

/** The cmdlet itself reported an error. */
export class TaskFailure extends Error {
    constructor(
        /** Short name of the exception. */
        readonly exception: string,
        message: string,
        /** Remote sessions nearly always say this one. */
        readonly category = "NotSpecified",
        readonly transient = false,
    ) {
        super(message);
    }
}

/** A documented rule whose text nobody has seen: synthetic message, validation failure (sheet 11.4). */
export function ruleBroken(rule: string, why: string): TaskFailure {
    return new TaskFailure("DataValidationException", `[synthetic ${rule}] ${why}`, "InvalidArgument");
}

/** E-1. */
export function notFound(identity: string, domainController: string): TaskFailure {
    return new TaskFailure(
        "ManagementObjectNotFoundException",
        `The operation couldn't be performed because object '${identity}' couldn't be found on '${domainController}'.`,
    );
}

/** E-2. */
export function ambiguous(identity: string): TaskFailure {
    return new TaskFailure(
        "ManagementObjectAmbiguousException",
        `The operation couldn't be performed because '${identity}' matches multiple entries.`,
    );
}

/** E-17 to E-21 begin like this; the type is synthetic, as is what an unreachable server gives. */
export function rpcFailure(server: string, why: string): TaskFailure {
    return new TaskFailure("InvalidOperationException", `A special Rpc error occurs on server ${server}: ${why}`);
}

/** E-6. */
export function alreadyExists(name: string, domainController: string): TaskFailure {
    return new TaskFailure(
        "ADObjectAlreadyExistsException",
        `Active Directory operation failed on ${domainController}. The object '${name}' already exists.`,
    );
}

/** E-8; the type was not seen. */
export function vanished(name: string, domainController: string): TaskFailure {
    return new TaskFailure(
        "ADNoSuchObjectException",
        `Active Directory operation failed on ${domainController}. The object '${name}' does not exist.`,
    );
}

/** Synthetic text: what a shell without network credentials meets is known by kind only. */
export function directoryUnreachable(): TaskFailure {
    const message = "[synthetic] Active Directory isn't available: the logon has no network credentials.";
    return new TaskFailure("ADTransientException", message, "NotSpecified", true);
}
