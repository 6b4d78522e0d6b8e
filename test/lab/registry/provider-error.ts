import { DotNetException } from "./dot-net-value.js";

/** Errors of PowerShell's registry provider; all but InvalidCastException end only the one command. */
export const errors = {
    pathNotFound: (path: string) =>
        new DotNetException("ItemNotFoundException", `Cannot find path '${path}'.`, "ObjectNotFound"),
    noProperty: (name: string) =>
        new DotNetException("PSArgumentException", `Property ${name} does not exist at path.`, "InvalidArgument"),
    exists: () => new DotNetException("IOException", "It exists.", "ResourceExists"),
    noParent: () => new DotNetException("IOException", "The parent key is missing.", "InvalidArgument"),
    /** Nobody answers the question. */
    confirmation: () => new DotNetException("PSInvalidOperationException", "It asks.", "InvalidOperation"),
    cast: () => new DotNetException("InvalidCastException", "Unable to cast.", "NotSpecified"),
};
