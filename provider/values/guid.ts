const GUID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})$/i;

/** Whether `text` is a GUID, with or without braces or hyphens. Such a text would pass for a host name. */
export function isGuid(text: string): boolean {
    return GUID.test(text.trim().replace(/^\{(.*)\}$/, "$1"));
}
